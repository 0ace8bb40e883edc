import { plotHeight } from "#components/charts/plot-height";

const lineHeight = 13;

/** Labels beside a plot, from the top: each stays where it is, or as far below the one before as a line is high. */
export function apart<T extends { y: number }>(labels: readonly T[]): T[] {
  let before = Number.NEGATIVE_INFINITY;
  const down = labels
    .toSorted((one, other) => one.y - other.y)
    .map((label) => {
      before = Math.max(label.y, before + lineHeight);
      return { ...label, y: before };
    });
  // Whoever was pushed out at the foot pushes those above up again.
  let below = plotHeight + lineHeight;
  return down
    .toReversed()
    .map((label) => {
      below = Math.min(label.y, below - lineHeight);
      return { ...label, y: below };
    })
    .toReversed();
}
