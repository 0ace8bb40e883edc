import type { Database } from "#db/client";
import type { Actor } from "#lib/access/actor";
import type { Request } from "#lib/actions/define-action";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { enterDecision } from "#lib/commentary/enter-decision";
import { findRevision, type RevisionPlace } from "#lib/commentary/find-revision";
import type { ReturnComment } from "#lib/commentary/inputs";
import { lockCell } from "#lib/commentary/lock-cell";
import { requireDecider } from "#lib/commentary/require-decider";

/** A head of service takes an approval back with a reason, in an open or a closed month: the words leave the scorecard. Throws NOT_FOUND, and what `writeApprovalWithdrawal` throws. */
export async function withdrawApproval(
  actor: Actor,
  given: ReturnComment,
  request?: Request,
): Promise<{ revisionId: string } | undefined> {
  const about = await findRevision(actor, given.revisionId);
  return perform(actor, "approval.withdraw", (tx, present) => writeApprovalWithdrawal(tx, present, about, given), {
    request,
    about,
    reason: given.reason,
  });
}

/** Throws WRONG_STATE when the revision is not approved, and what `requireDecider` throws. */
export async function writeApprovalWithdrawal(
  tx: Database,
  actor: Actor,
  about: RevisionPlace,
  { revisionId, reason }: ReturnComment,
): Promise<{ revisionId: string }> {
  const cell = await lockCell(tx, actor, about.indicatorId, about.month);
  requireDecider(actor, cell, "withdraw");
  const revision = cell.revisions.find(({ id }) => id === revisionId);
  if (revision?.decisions[0]?.kind !== "approved") {
    throw new Refusal(
      "WRONG_STATE",
      `Revision ${revision?.number} is not approved, so there is no approval to withdraw.`,
    );
  }
  return enterDecision(tx, actor, cell, { revisionId, kind: "withdrawn", reason });
}
