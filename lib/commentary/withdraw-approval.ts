import type { Actor } from "#lib/access/actor";
import type { Request } from "#lib/actions/define-action";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { enterDecision } from "#lib/commentary/enter-decision";
import { findRevision } from "#lib/commentary/find-revision";
import type { ReturnComment } from "#lib/commentary/inputs";
import { lockCell } from "#lib/commentary/lock-cell";
import { requireDecider } from "#lib/commentary/require-decider";

/**
 * A head of service takes an approval back with a reason, in an open or a closed month: the words leave the scorecard.
 * Throws NOT_FOUND, WRONG_STATE when the revision is not approved, and what `requireDecider` throws.
 */
export async function withdrawApproval(
  actor: Actor,
  { revisionId, reason }: ReturnComment,
  request?: Request,
): Promise<{ revisionId: string } | undefined> {
  const about = await findRevision(actor, revisionId);
  return perform(
    actor,
    "approval.withdraw",
    async (tx, present) => {
      const cell = await lockCell(tx, present, about.indicatorId, about.month);
      requireDecider(present, cell, "withdraw");
      const revision = cell.revisions.find(({ id }) => id === revisionId);
      if (revision?.decisions[0]?.kind !== "approved") {
        throw new Refusal(
          "WRONG_STATE",
          `Revision ${revision?.number} is not approved, so there is no approval to withdraw.`,
        );
      }
      return enterDecision(tx, present, cell, { revisionId, kind: "withdrawn", reason });
    },
    { request, about, reason },
  );
}
