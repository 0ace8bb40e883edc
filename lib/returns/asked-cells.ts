import type { PersonActor } from "#lib/access/actor";
import { isAsked } from "#lib/returns/return-row";
import type { AskedRows } from "#lib/returns/return-rows";
import { emptyActual } from "#lib/rules/actual";
import type { Month, MonthState } from "#lib/rules/month";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { scorecardOf } from "#lib/scorecards/get-scorecard";

/** A figure that a return asks for, and whether it is given or explained. */
export type AskedCell = { indicatorId: string; ref: string; isGiven: boolean };

// What is asked for hangs on none of these.
const notRead = { bands: [], benchmarks: [], milestones: [], revisions: [], decisions: [] };

/** What one scorecard's part of the returns of some months asks for, month by month, in the scorecard's order. */
export function askedCells(
  actor: PersonActor,
  rows: AskedRows,
): { scorecard: string; month: Month; state: MonthState; rows: AskedCell[] }[] {
  const scorecard = scorecardOf({ ...rows, plannedMonths: [] });
  const actuals = rows.values.map((figure) => ({ ...emptyActual, ...figure }));
  const { indicators, figureMonths } = assembleSheet(scorecard, rows, { ...rows, ...notRead, actuals });
  return scorecard.months
    .filter(({ month }) => figureMonths.includes(month))
    .map(({ month, state }) => ({
      scorecard: scorecard.name,
      month,
      state,
      rows: indicators.flatMap(({ id, ref, cells }) => {
        const cell = cells.get(month);
        if (!isAsked(actor, cell)) return [];
        return [{ indicatorId: id, ref, isGiven: cell.actual?.value != null || cell.actual?.missing != null }];
      }),
    }))
    .filter(({ rows: asked }) => asked.length > 0);
}
