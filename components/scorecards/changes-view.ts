import { figureKind } from "#lib/rules/figure-kind";
import type { Change } from "#lib/scorecards/what-changed";

/** The kinds of change, the grades first. */
export const changeTitles = [
  "Better grade",
  "Worse grade",
  "Improving, same grade",
  "Declining, same grade",
  "Steady",
  "Figure came or went",
] as const;

export type ChangeTitle = (typeof changeTitles)[number];

/** What kind of change an indicator's month is since it was last due; one that is not due this month did not change. */
export function changeTitle({ cell, before, levels, travel }: Change): ChangeTitle | null {
  if (levels) return levels > 0 ? "Better grade" : "Worse grade";
  if (travel?.verdict === "improving") return "Improving, same grade";
  if (travel?.verdict === "declining") return "Declining, same grade";
  if (travel) return travel.verdict && "Steady";
  if (cell.small === "hidden" || before?.small === "hidden") return null;
  return figureKind(cell) !== "not due" && came(cell) !== came(before) ? "Figure came or went" : null;
}

const came = (cell: Change["before"]) => cell?.actual?.value != null;
