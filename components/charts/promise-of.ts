import { type Assurance, assuranceOf, latestPoint, type Stretch } from "#lib/rules/control-chart";
import type { Month } from "#lib/rules/month";
import type { SheetIndicator } from "#lib/scorecards/sheet";

export type Promised = { assurance: Assurance; asTyped: string; month: Month };

/** Of the milestone that is next, or was last: what the process does while nothing changes; null without limits or a milestone. */
export function promiseOf({ cells }: SheetIndicator, stretches: readonly Stretch[]): Promised | null {
  const latest = latestPoint(stretches)?.point.month;
  const planned = [...cells.values()]
    .filter(({ milestone }) => milestone)
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
  const next = planned.find(({ month }) => latest !== undefined && month >= latest) ?? planned.at(-1);
  if (!next?.milestone) return null;
  const { milestone } = next.milestone;
  const assurance = assuranceOf(stretches, milestone, milestone.direction);
  return assurance && { assurance, asTyped: milestone.asTyped, month: next.month };
}
