import Big from "big.js";
import { reaches, signTo } from "#lib/rules/band";
import type { Milestone } from "#lib/rules/milestone";
import { addMonths, type Month, monthsBetween } from "#lib/rules/month";

export type Given = { month: Month; value: string };

/** From which figure to which a pace is reckoned: over the year to the latest. */
export type Pace = { from: Given; to: Given };

const [reckonedOver, furthest] = [12, 60];

/** The first and the last of the figures of the year to the latest one, in their order; null where there are not two. */
export function paceSoFar(figures: readonly Given[]): Pace | null {
  const to = figures.at(-1);
  const from = to && figures.find(({ month }) => monthsBetween(month, to.month) <= reckonedOver);
  return from && to && from !== to ? { from, to } : null;
}

/** How much a month, with its sign, a pace is: at one decimal more than the indicator's precision. */
export const paceAMonth = ({ from, to }: Pace, precision: number): string =>
  Big(to.value)
    .minus(from.value)
    .div(monthsBetween(from.month, to.month))
    .round(precision + 1, Big.roundHalfUp)
    .toFixed();

/** The month in which a milestone is reached if a pace goes on; null where it never is, or not within five years. */
export function reachedBy({ from, to }: Pace, milestone: Milestone): Month | null {
  const after = goingOn({ from, to });
  const { direction } = milestone;
  const way = signTo(to.value, milestone, direction);
  for (let count = 0; count <= furthest; count++) {
    const value = after(count);
    // Of a narrow range a month may be on one side and the next on the other.
    const isPast = direction === "within" && signTo(value, milestone, direction) !== way;
    if (isPast || reaches(value, milestone, direction)) return addMonths(to.month, count);
  }
  return null;
}

/** Whether a milestone is met in a month if a pace goes on: a range may be passed again. */
export const isThereIn = (pace: Pace, milestone: Milestone, month: Month): boolean =>
  reaches(goingOn(pace)(monthsBetween(pace.to.month, month)), milestone, milestone.direction);

/** The figure so many months on. Multiplied before it is divided, so that a whole number of steps arrives exactly. */
function goingOn({ from, to }: Pace): (count: number) => string {
  const [change, months] = [Big(to.value).minus(from.value), monthsBetween(from.month, to.month)];
  return (count) => Big(to.value).plus(change.times(count).div(months)).toFixed();
}
