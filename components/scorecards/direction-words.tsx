import type { Direction } from "#db/vocabulary";
import { directionWords } from "#lib/rules/which-is-better";

/** Which way is better, which the stylesheet puts an arrow before. */
export function DirectionWords({ direction }: { direction: Direction }) {
  return <span className={direction === "within" ? "close" : direction}>{directionWords(direction)}</span>;
}
