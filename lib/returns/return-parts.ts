import type { PersonActor } from "#lib/access/actor";
import type { ReadActual } from "#lib/actuals/queries";
import { isAsked, type ReturnRow, returnRow } from "#lib/returns/return-row";
import type { ReturnRows } from "#lib/returns/return-rows";
import { commentState, explainedBy } from "#lib/rules/commentary-status";
import type { Labels } from "#lib/rules/labels";
import type { Month, MonthState } from "#lib/rules/month";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { scorecardOf } from "#lib/scorecards/get-scorecard";
import { labelsAt } from "#lib/scorecards/labels-at";
import type { SheetCell } from "#lib/scorecards/sheet";
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

/** One scorecard's part of the returns of some months, without comments' words and benchmarks; of each cell what was saved, where that was read too. */
export function returnParts(
  actor: PersonActor,
  rows: ReturnRows,
  savedBy: ReadonlyMap<string, ReadActual> = new Map(),
): ReturnPart[] {
  const scorecard = scorecardOf({ ...rows, plannedMonths: [] });
  const sheet = assembleSheet(scorecard, rows, { ...rows, benchmarks: [], revisions: [], decisions: [] });
  const standing = commentStates(rows);
  return scorecard.months
    .filter(({ month }) => sheet.figureMonths.includes(month))
    .map(({ month, state, figuresDue, commentaryDue }) => ({
      month,
      scorecard: { slug: scorecard.slug, name: scorecard.name },
      state,
      figuresDue,
      commentaryDue,
      labels: labelsAt(scorecard, month),
      rows: whatChanged(sheet, month)
        .filter(({ cell }) => isAsked(actor, cell))
        .map((change) =>
          returnRow(actor, change, {
            saved: savedBy.get(change.indicator.id),
            ...standing(change.indicator.id, change.cell),
          }),
        ),
    }));
}

function commentStates({ revisions, decisions }: ReturnRows) {
  const decided = Map.groupBy(
    decisions.toSorted((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime()),
    ({ revisionId }) => revisionId,
  );
  const written = Map.groupBy(revisions, ({ indicatorId, month }) => `${indicatorId} ${month}`);
  return (indicatorId: string, { month, actual, grade, labels }: SheetCell) => {
    const of = written.get(`${indicatorId} ${month}`) ?? [];
    const withDecisions = of.map((each) => ({ ...each, decisions: decided.get(each.id) ?? [] }));
    const present = { figure: actual?.value ?? null, missing: actual?.missing ?? null, grade };
    return {
      comment: commentState(withDecisions, present, labels),
      explained: explainedBy(withDecisions, present, labels),
    };
  };
}
