import type { ActualContent } from "#lib/rules/actual";
import type { Bands } from "#lib/rules/bands";
import { isToHandIn, whyCommentRequired, whyLapsed } from "#lib/rules/commentary-status";
import { earnedGrade } from "#lib/rules/grade";
import type { Grade, Labels } from "#lib/rules/labels";
import { type Milestone, milestoneState } from "#lib/rules/milestone";
import type { Month, MonthState } from "#lib/rules/month";
import type { RowComment } from "#lib/rules/row-comment";
import { type UsualLimits, unusual } from "#lib/rules/unusual";

/** What of a return's row says whether its comment is wanted. */
export type CommentedRow = {
  bands: Bands | null;
  milestone: Milestone | null;
  previous: { month: Month; grade: Grade | null } | null;
  usual?: UsualLimits | null | undefined;
  comment: RowComment;
};

/** The month that a return is of, with its words for the grades. */
export type ReturnMonth = { month: Month; state: MonthState; labels: Labels };

/** Why a comment must still be handed in while its month is open; empty when none is asked for, or it is on its way. */
export function commentWanted(row: CommentedRow, content: ActualContent | null, of: ReturnMonth): string[] {
  if (of.state !== "open" || !isToHandIn(row.comment.state)) return [];
  const value = content?.value ?? null;
  return whyCommentRequired(
    {
      month: of.month,
      grade: earnedGrade(value, row.bands, of.labels),
      previous: row.previous,
      milestoneMissed: value !== null && milestoneState(row.milestone, value, of.state) === "missed",
      unusual: unusual(value, row.usual),
    },
    of.labels,
  );
}

/** Where the comment stands beside this figure: an approval holds for the figure and grade it saw, and no other. */
export function standsNow(
  { comment, bands }: Pick<CommentedRow, "comment" | "bands">,
  content: ActualContent | null,
  labels: Labels,
): { words: string; isUrgent: boolean } {
  const returned = comment.reason !== null && { words: `“${comment.reason}”`, isUrgent: true };
  switch (comment.state) {
    case "none":
      return { words: "", isUrgent: false };
    case "returned":
    case "approval withdrawn":
      return { words: `${comment.state}: “${comment.reason}”`, isUrgent: true };
    case "draft":
      return returned
        ? { ...returned, words: `draft; returned: ${returned.words}` }
        : { words: "draft", isUrgent: false };
    case "approved":
    case "lapsed": {
      const present = {
        figure: content?.value ?? null,
        missing: content?.missing ?? null,
        grade: earnedGrade(content?.value, bands, labels),
      };
      const because = comment.approvedFor && whyLapsed(comment.approvedFor, present, labels);
      return because
        ? { words: `approval lapsed: ${because}`, isUrgent: true }
        : { words: "approved", isUrgent: false };
    }
    case "imported":
      return { words: "as imported", isUrgent: false };
    default:
      return { words: comment.state, isUrgent: false };
  }
}
