import type { ReturnPart } from "#lib/returns/queries";
import type { ReturnRow } from "#lib/returns/return-row";
import type { ActualContent } from "#lib/rules/actual";
import { isToHandIn, whyCommentRequired, whyLapsed } from "#lib/rules/commentary-status";
import { earnedGrade } from "#lib/rules/grade";
import { milestoneState } from "#lib/rules/milestone";

/** Why a comment must still be handed in while its month is open; empty when none is asked for, or it is on its way. */
export function commentWanted(row: ReturnRow, content: ActualContent | null, part: ReturnPart): string[] {
  if (part.state !== "open" || !isToHandIn(row.comment.state)) return [];
  const value = content?.value ?? null;
  return whyCommentRequired(
    {
      grade: earnedGrade(value, row.bands, part.labels),
      previousGrade: row.previousGrade,
      milestoneMissed: value !== null && milestoneState(row.milestone, value, part.state) === "missed",
    },
    part.labels,
  );
}

/** Where the comment stands beside this figure: an approval holds for the figure and grade it saw, and no other. */
export function standsNow(
  { comment, ...row }: ReturnRow,
  content: ActualContent | null,
  { labels }: ReturnPart,
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
        grade: earnedGrade(content?.value, row.bands, labels),
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
