import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { enterDecision } from "#lib/commentary/cell/enter-decision";
import { findRevision } from "#lib/commentary/cell/find-revision";
import { lockRevision } from "#lib/commentary/cell/lock-comment";
import { requireDecider } from "#lib/commentary/gates/require-decider";
import type { ReturnComment } from "#lib/commentary/inputs";

/** A head of service takes an approval back with a reason, in an open or a closed month: the words leave the scorecard. Throws NOT_FOUND, and what `writeApprovalWithdrawal` throws. */
export const withdrawApproval = (
  asker: Asker,
  given: ReturnComment,
  request?: FormRequest,
): Promise<{ revisionId: string } | undefined> =>
  perform(asker, "approval.withdraw", (tx, present) => writeApprovalWithdrawal(tx, present, given), {
    request,
    about: () => findRevision(given.revisionId),
    reason: given.reason,
  });

/** Throws WRONG_STATE when the revision is not approved, and what `requireDecider` throws. */
export async function writeApprovalWithdrawal(
  tx: Database,
  actor: PersonActor,
  { revisionId, reason }: ReturnComment,
): Promise<{ revisionId: string }> {
  const cell = await lockRevision(tx, actor, revisionId);
  requireDecider(actor, cell);
  const revision = cell.revisions.find(({ id }) => id === revisionId);
  if (revision?.decisions[0]?.kind !== "approved") {
    throw new Refusal(
      "WRONG_STATE",
      `Revision ${revision?.number} is not approved, so there is no approval to withdraw.`,
    );
  }
  return enterDecision(tx, actor, cell, { revisionId, kind: "withdrawn", reason });
}
