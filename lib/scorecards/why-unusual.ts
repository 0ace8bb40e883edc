import { type UsualLimits, unusual } from "#lib/rules/unusual";
import { usualLimits } from "#lib/rules/usual-limits";
import type { Change } from "#lib/scorecards/what-changed";

type Placed = Pick<Change, "indicator" | "cell">;

/** Between which figures this month's is usual; null where too few were read before it. */
export const usualOf = ({ indicator, cell: { month, every, at } }: Placed): UsualLimits | null =>
  usualLimits(indicator.earlier, {
    month,
    every,
    precision: at.precision,
    rebasedFrom: indicator.rebased.map((each) => each.month),
  });

/** On which side the figure that stands in a cell is outside its usual range; null where it is not. */
export function whyUnusual(placed: Placed): string | null {
  const value = placed.cell.actual?.value ?? null;
  return value === null ? null : unusual(value, usualOf(placed));
}
