import type { Direction } from "#db/vocabulary";

export function DirectionWords({ direction }: { direction: Direction }) {
  return (
    <span className="whitespace-nowrap text-soft">
      <span aria-hidden="true">{direction === "higher" ? "↑" : "↓"} </span>
      {direction} is better
    </span>
  );
}
