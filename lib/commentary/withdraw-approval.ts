import type { Database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { enterDecision } from "#lib/commentary/cell/enter-decision";
import { findRevision, type RevisionPlace } from "#lib/commentary/cell/find-revision";
import { lockComment } from "#lib/commentary/cell/lock-comment";
import { requireDecider } from "#lib/commentary/gates/require-decider";
import type { ReturnComment } from "#lib/commentary/inputs";

/** A head of service takes an approval back with a reason, in an open or a closed month: the words leave the scorecard. Throws NOT_FOUND, and what `writeApprovalWithdrawal` throws. */
export async function withdrawApproval(
  actor: PersonActor,
  given: ReturnComment,
  request?: FormRequest,
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
  actor: PersonActor,
  about: RevisionPlace,
  { revisionId, reason }: ReturnComment,
): Promise<{ revisionId: string }> {
  const cell = await lockComment(tx, actor, about.indicatorId, about.month);
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
