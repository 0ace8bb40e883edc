import type { MonthCell } from "#lib/months/month-cells";
import { whyDue } from "#lib/rules/due-words";
import type { Month } from "#lib/rules/month";
import type { Timeliness } from "#lib/rules/timeliness";
import type { SheetRows } from "#lib/scorecards/sheet-rows";

/** An indicator of the scorecard in a month: whether it is due then, why or why not, and how it stands. */
export type DueLine = {
  id: string;
  ref: string;
  measure: string;
  team: string | null;
  isDue: boolean;
  why: string;
  timeliness: Timeliness;
};

const naturally = new Intl.Collator("en", { numeric: true });

/** Every indicator that the scorecard has or ever had: those of the month in its order, then those that are not kept in it. */
export function dueLines(
  { indicators, definitions, dueRules }: SheetRows,
  cells: readonly MonthCell[],
  month: Month,
): DueLine[] {
  const [kept, rules] = [definitions, dueRules].map((list) =>
    Map.groupBy(list as readonly { indicatorId: string }[], ({ indicatorId }) => indicatorId),
  ) as [Map<string, SheetRows["definitions"]>, Map<string, SheetRows["dueRules"]>];
  const why = (id: string) => whyDue({ definitions: kept.get(id) ?? [], dueRules: rules.get(id) ?? [] }, month);

  const lines = cells.map(({ indicator: { id, ref }, cell, timeliness }): DueLine => {
    const { isDue, words } = why(id);
    const team = cell.at.team?.name ?? null;
    const nobody = isDue && !team ? "; no team answers for it, so nobody can give it" : "";
    return { id, ref, measure: cell.at.measure, team, isDue, why: words + nobody, timeliness };
  });
  const inMonth = new Set(cells.map(({ indicator }) => indicator.id));
  const others = indicators
    .filter(({ id }) => !inMonth.has(id))
    .toSorted((a, b) => naturally.compare(a.ref, b.ref))
    .map(({ id, ref }): DueLine => {
      const [last] = (kept.get(id) ?? []).toSorted((a, b) => b.firstMonth.localeCompare(a.firstMonth));
      const measure = last?.measure ?? "";
      return { id, ref, measure, team: null, isDue: false, why: why(id).words, timeliness: "not due" };
    });
  return [...lines, ...others];
}
