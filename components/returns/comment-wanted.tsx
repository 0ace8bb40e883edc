import type { ReturnPart } from "#lib/returns/queries";
import type { ReturnRow } from "#lib/returns/return-row";
import type { ActualContent } from "#lib/rules/actual";
import { type Cell, isToHandIn, whyCommentRequired, whyLapsed } from "#lib/rules/commentary-status";
import { gradeOf } from "#lib/rules/grade";
import { milestoneState } from "#lib/rules/milestone";

/** Why a comment must still be handed in while its month is open; empty when none is asked for, or it is on its way. */
export function commentWanted(row: ReturnRow, content: ActualContent | null, part: ReturnPart): string[] {
  if (part.state !== "open" || !isToHandIn(row.comment.state)) return [];
  const value = content?.value ?? null;
  return whyCommentRequired(
    {
      month: part.month,
      grade: gradeIn(row, content),
      previous: row.previous,
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
        grade: gradeIn(row, content),
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

function gradeIn({ bands }: Pick<ReturnRow, "bands">, content: ActualContent | null): Cell["grade"] {
  return content?.value != null && bands ? gradeOf(content.value, bands) : null;
}
