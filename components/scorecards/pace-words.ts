import { monthName } from "#lib/rules/month";
import type { MilestoneAhead } from "#lib/scorecards/milestones-ahead";

/** "needs 2.4 a month from December 2013", "already there", or that there is nothing to reckon from. */
export function paceWords({ latest, pace }: MilestoneAhead): string {
  if (!latest) return "no figure to reckon from";
  return pace === null ? "already there" : `needs ${pace} a month from ${monthName(latest)}`;
}
