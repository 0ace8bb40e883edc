import { type Milestone, requiredPace } from "#lib/rules/milestone";
import { type Month, monthsBetween } from "#lib/rules/month";
import type { SheetIndicator } from "#lib/scorecards/sheet";

/** A milestone still to come. `pace` is how much a month it takes from the latest figure; null when the figure is there already. */
export type MilestoneAhead = { month: Month; milestone: Milestone; latest: Month | null; pace: string | null };

/** An indicator's milestones after a month, nearest first, with the pace each requires of its latest figure until that month. */
export function milestonesAhead({ cells }: SheetIndicator, after: Month): MilestoneAhead[] {
  const inOrder = [...cells.values()].sort((a, b) => monthsBetween(b.month, a.month));
  const latest = inOrder.findLast(({ month, actual }) => month <= after && actual?.value != null);
  return inOrder.flatMap(({ month, milestone: planned }) => {
    if (!planned || month <= after) return [];
    const { milestone } = planned;
    const latestValue = latest?.actual?.value;
    const pace =
      latest && latestValue != null
        ? requiredPace({
            latestMonth: latest.month,
            latestValue,
            milestoneMonth: month,
            milestone,
            precision: latest.at.precision,
          })
        : null;
    return [{ month, milestone, latest: latest?.month ?? null, pace }];
  });
}
