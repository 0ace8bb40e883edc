import type { ApprovedFigure, CommentState } from "#lib/rules/commentary-status";

/** Where a row's comment stands, for its lead: with the reason it was returned for, or the figure that was approved. */
export type RowComment = {
  state: CommentState["state"];
  reason: string | null;
  approvedFor: ApprovedFigure | null;
};

/** A draft keeps in sight why the words before it were returned. */
export function rowComment(standing: CommentState | undefined): RowComment {
  if (!standing) return { state: "none", reason: null, approvedFor: null };
  const before = standing.state === "draft" ? standing.after : standing;
  return {
    state: standing.state,
    reason: before.state === "returned" || before.state === "approval withdrawn" ? before.reason : null,
    approvedFor: standing.state === "approved" || standing.state === "lapsed" ? approvedFor(standing.decision) : null,
  };
}

const approvedFor = ({ figure, missing, grade, levels }: ApprovedFigure): ApprovedFigure => ({
  figure,
  missing,
  grade,
  levels,
});
