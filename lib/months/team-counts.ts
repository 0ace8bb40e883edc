import { type Counts, countTimeliness, type Timeliness } from "#lib/rules/timeliness";
import type { IndicatorAt } from "#lib/scorecards/sheet";

/** How much of what is due from a team is given, late, awaited and missing; without a name, of what no team answers for. */
export type TeamCounts = { team: string | null } & Counts;

/** By team, those of which something is due, by name. */
export function teamCounts(
  cells: readonly { cell: { at: Pick<IndicatorAt, "team"> }; timeliness: Timeliness }[],
): TeamCounts[] {
  return [...Map.groupBy(cells, ({ cell }) => cell.at.team?.name ?? null)]
    .map(([team, own]) => ({ team, ...countTimeliness(own.map(({ timeliness }) => timeliness)) }))
    .filter(({ due }) => due > 0)
    .sort(
      (a, b) => Number(a.team === null) - Number(b.team === null) || (a.team ?? "").localeCompare(b.team ?? "", "en"),
    );
}
