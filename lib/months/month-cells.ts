import { type CommentState, commentState, shownComment } from "#lib/rules/commentary-status";
import type { Day } from "#lib/rules/day";
import { isClosed, type Month } from "#lib/rules/month";
import { type Timeliness, timelinessOf } from "#lib/rules/timeliness";
import { ownRows } from "#lib/scorecards/own-rows";
import type { Sheet, SheetCell, SheetIndicator } from "#lib/scorecards/sheet";
import type { SheetRows } from "#lib/scorecards/sheet-rows";
import { whatChanged } from "#lib/scorecards/what-changed";

/** One indicator in a month, with all that its closing asks about. */
export type MonthCell = {
  indicator: SheetIndicator;
  cell: SheetCell;
  /** Its previous due month. */
  before: SheetCell | null;
  givenOn: Day | null;
  timeliness: Timeliness;
  /** Where its comment stands for its head of service. */
  comment: CommentState;
  /** Whether words that are approved for what stands there are on show. */
  isApproved: boolean;
};

/** A month's cells in the scorecard's order, against the date by which its figures are due. */
export function monthCells(
  sheet: Sheet,
  rows: SheetRows,
  {
    month,
    figuresDue,
    today,
    givenOn,
  }: { month: Month; figuresDue: string | null; today: Day; givenOn: ReadonlyMap<string, Day> },
): MonthCell[] {
  const rowsOf = ownRows(rows);
  return whatChanged(sheet, month).map(({ indicator, cell, before }) => {
    const handedIn = (rowsOf(indicator.id).revisions.get(month) ?? []).filter(
      ({ source, submittedAt, withdrawnAt }) => source === "import" || (submittedAt && !withdrawnAt),
    );
    const present = { figure: cell.actual?.value ?? null, missing: cell.actual?.missing ?? null, grade: cell.grade };
    const given = givenOn.get(indicator.id) ?? null;
    return {
      indicator,
      cell,
      before,
      givenOn: given,
      timeliness: timelinessOf({
        isDue: cell.isDue,
        givenOn: given,
        figuresDue,
        today,
        isClosed: isClosed(cell.state),
      }),
      comment: commentState(handedIn, present, cell.labels),
      isApproved: shownComment(handedIn, present, cell.labels)?.kind === "approved",
    };
  });
}
