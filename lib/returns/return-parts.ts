import type { PersonActor } from "#lib/access/actor";
import type { ReadActual } from "#lib/actuals/queries";
import { commentStates } from "#lib/returns/comment-states";
import { type ReturnLine, returnLines } from "#lib/returns/return-lines";
import { isAsked, type ReturnRow, returnRow } from "#lib/returns/return-row";
import type { ReturnRows } from "#lib/returns/return-rows";
import type { Labels } from "#lib/rules/labels";
import type { Month, MonthState } from "#lib/rules/month";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { scorecardOf } from "#lib/scorecards/get-scorecard";
import { labelsAt } from "#lib/scorecards/labels-at";
import { whatChanged } from "#lib/scorecards/what-changed";

/** A team's return for a month: what is asked of the person's teams in one scorecard. */
export type ReturnPart = {
  month: Month;
  scorecard: { slug: string; name: string };
  state: MonthState;
  figuresDue: string | null;
  commentaryDue: string | null;
  labels: Labels;
  rows: ReturnRow[];
};

/** The same with the returns, by team, that it is part of. */
export type ReadPart = ReturnPart & { returns: ReturnLine[] };

/** One scorecard's part of the returns of some months, without comments' words and benchmarks; of each cell what was saved, where that was read too. */
export function returnParts(
  actor: PersonActor,
  rows: ReturnRows,
  savedBy: ReadonlyMap<string, ReadActual> = new Map(),
): ReadPart[] {
  const scorecard = scorecardOf({ ...rows, plannedMonths: [] });
  const sheet = assembleSheet(scorecard, rows, { ...rows, benchmarks: [], revisions: [], decisions: [] });
  const standing = commentStates(rows);
  return scorecard.months
    .filter(({ month }) => sheet.figureMonths.includes(month))
    .map((opened) => {
      const { month, state, figuresDue, commentaryDue } = opened;
      const asked = whatChanged(sheet, month).filter(({ cell }) => isAsked(actor, cell));
      const returns = returnLines(actor, scorecard, opened, {
        cells: asked.map(({ cell }) => cell),
        submissions: rows.submissions,
      });
      const submittedOf = (teamId: string | undefined) =>
        returns.find(({ team }) => team.id === teamId)?.submission ?? null;
      return {
        month,
        scorecard: { slug: scorecard.slug, name: scorecard.name },
        state,
        figuresDue,
        commentaryDue,
        labels: labelsAt(scorecard, month),
        rows: asked.map((change) =>
          returnRow(actor, change, {
            saved: savedBy.get(change.indicator.id),
            submitted: submittedOf(change.cell.at.team?.id),
            ...standing(change.indicator.id, change.cell),
          }),
        ),
        returns,
      };
    });
}
