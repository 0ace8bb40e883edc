import { Refusal } from "#lib/audit/refusal";
import type { CellRevision, CommentCell } from "#lib/commentary/cell/comment-cell";
import { commentState } from "#lib/rules/commentary-status";
import { apart } from "#lib/rules/direction";
import { momentSince } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/**
 * A revision is decided on once. An approval that lapsed may be given again or the words returned; one that was
 * withdrawn may be given again. Throws WRONG_STATE.
 */
export function requireUndecided(
  cell: CommentCell,
  revision: CellRevision,
  deciding: "approve" | "return",
  timeZone: string,
): void {
  const { state } = commentState([revision], cell.present, cell.labels);
  if (state === "submitted" || state === "lapsed") return;
  if (state === "approval withdrawn" && deciding === "approve") return;
  const [decision] = revision.decisions;
  if (!decision)
    throw new Refusal("WRONG_STATE", "This revision has not been submitted, so there is nothing to decide.");
  const did = { approved: "approved", returned: "returned", withdrawn: "taken back from approval" }[decision.kind];
  throw new Refusal(
    "WRONG_STATE",
    `Revision ${revision.number} of the comment on ${cell.ref} for ${monthName(cell.month)} was ${did} by ${apart(decision.decidedBy)} at ${momentSince(decision.decidedAt, new Date(), timeZone)}. Nothing more was done.`,
  );
}
