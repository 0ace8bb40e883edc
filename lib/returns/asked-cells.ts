import type { PersonActor } from "#lib/access/actor";
import { type ReturnLine, returnLines } from "#lib/returns/return-lines";
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
): { scorecard: string; month: Month; state: MonthState; rows: AskedCell[]; returns: ReturnLine[] }[] {
  const scorecard = scorecardOf({ ...rows, plannedMonths: [] });
  const actuals = rows.values.map((figure) => ({ ...emptyActual, ...figure }));
  const { indicators, figureMonths } = assembleSheet(scorecard, rows, { ...rows, ...notRead, actuals });
  return scorecard.months
    .filter(({ month }) => figureMonths.includes(month))
    .map((opened) => {
      const asked = indicators.flatMap(({ id, ref, cells }) => {
        const cell = cells.get(opened.month);
        return isAsked(actor, cell) ? [{ id, ref, cell }] : [];
      });
      return {
        scorecard: scorecard.name,
        month: opened.month,
        state: opened.state,
        rows: asked.map(({ id, ref, cell: { actual } }) => {
          return { indicatorId: id, ref, isGiven: actual?.value != null || actual?.missing != null };
        }),
        returns: returnLines(actor, scorecard, opened, {
          cells: asked.map(({ cell }) => cell),
          submissions: rows.submissions,
        }),
      };
    })
    .filter(({ rows: asked }) => asked.length > 0);
}
