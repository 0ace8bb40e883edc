import type { Direction } from "#db/vocabulary";

/** Which way is better, which the stylesheet puts an arrow before. */
export function DirectionWords({ direction }: { direction: Direction }) {
  return <span className={direction}>{`${direction} is better`}</span>;
}
