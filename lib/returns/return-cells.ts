import { commentStates } from "#lib/returns/comment-states";
import type { ReturnRows } from "#lib/returns/return-rows";
import type { CommentState } from "#lib/rules/commentary-status";
import type { Month, MonthState } from "#lib/rules/month";
import { type Stop, whatStops } from "#lib/rules/what-stops";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { scorecardOf } from "#lib/scorecards/get-scorecard";
import type { SheetCell } from "#lib/scorecards/sheet";
import { whatChanged } from "#lib/scorecards/what-changed";
import { whyRequired } from "#lib/scorecards/why-required";

/** One indicator of a team's return, as far as it can stop it from being submitted. */
export type ReturnCell = {
  indicatorId: string;
  ref: string;
  isDue: boolean;
  actual: SheetCell["actual"];
  /** Why a comment is required; empty where none is. */
  required: string[];
  comment: CommentState["state"];
  stops: Stop[];
};

/** A comment that is not submitted yet, by its newest revision. */
export type Draft = { indicatorId: string; ref: string; revisionId: string; version: number };

/** One team's return of a month in a scorecard: its cells, in the scorecard's order, and its drafts. */
export type ReturnOfTeam = {
  scorecard: { id: string; slug: string; name: string };
  monthState: MonthState;
  figuresDue: string | null;
  commentaryDue: string | null;
  cells: ReturnCell[];
  drafts: Draft[];
};

/** What a team answers for in a month that was opened; null where it was not. Of whoever may not know of drafts, leave them out of the rows. */
export function returnOfTeam(rows: ReturnRows, teamId: string, month: Month): ReturnOfTeam | null {
  const scorecard = scorecardOf({ ...rows, plannedMonths: [] });
  const opened = scorecard.months.find((each) => each.month === month);
  if (!opened) return null;
  const range = { from: month, to: month };
  const sheet = assembleSheet(scorecard, range, { ...rows, benchmarks: [], revisions: [], decisions: [] });
  const standing = commentStates(rows);
  const theirs = whatChanged(sheet, month).filter(({ cell }) => cell.at.team?.id === teamId);
  const cells = theirs
    .filter(({ cell }) => cell.isDue || cell.actual)
    .map((change) => {
      const { indicator, cell } = change;
      const said = {
        isDue: cell.isDue,
        actual: cell.actual,
        required: whyRequired(change),
        comment: standing(indicator.id, cell).comment.state,
      };
      return { indicatorId: indicator.id, ref: indicator.ref, ...said, stops: whatStops(said) };
    });
  return {
    scorecard: { id: scorecard.id, slug: scorecard.slug, name: scorecard.name },
    monthState: opened.state,
    figuresDue: opened.figuresDue,
    commentaryDue: opened.commentaryDue,
    cells,
    drafts: theirs.flatMap(({ indicator }) => draftOf(rows, indicator, month)),
  };
}

function draftOf({ revisions }: ReturnRows, { id, ref }: { id: string; ref: string }, month: Month): Draft[] {
  const [newest] = revisions
    .filter((each) => each.indicatorId === id && each.month === month)
    .toSorted((a, b) => b.number - a.number);
  if (!newest || newest.submittedAt !== null || newest.source === "import") return [];
  return [{ indicatorId: id, ref, revisionId: newest.id, version: newest.version }];
}
