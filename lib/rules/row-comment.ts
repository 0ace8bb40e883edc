import type { Cell, CommentState } from "#lib/rules/commentary-status";

/** Where a row's comment stands, for its lead: with the reason it was returned for, or the cell that was approved. */
export type RowComment = {
  state: CommentState["state"];
  reason: string | null;
  approvedFor: Cell | null;
};

/** A draft keeps in sight why the words before it were returned. */
export function rowComment(standing: CommentState | undefined): RowComment {
  if (!standing) return { state: "none", reason: null, approvedFor: null };
  const before = standing.state === "draft" ? standing.after : standing;
  return {
    state: standing.state,
    reason: before.state === "returned" || before.state === "approval withdrawn" ? before.reason : null,
    approvedFor:
      standing.state === "approved" || standing.state === "lapsed"
        ? { figure: standing.decision.figure, missing: standing.decision.missing, grade: standing.decision.grade }
        : null,
  };
}
