import { eq } from "drizzle-orm";
import { commentRevision } from "#db/schema/commentary";
import type { Actor } from "#lib/access/actor";
import type { Request } from "#lib/actions/define-action";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { findRevision } from "#lib/commentary/find-revision";
import type { WithdrawComment } from "#lib/commentary/inputs";
import { lockCell } from "#lib/commentary/lock-cell";
import { requireWriter } from "#lib/commentary/require-writer";
import { requireNewestSubmitted } from "#lib/commentary/revision-before-head";

/**
 * A team lead takes back a submission that has not been decided, in an open month. Throws NOT_FOUND, WRONG_STATE once
 * it was decided, CONFLICT when it was replaced or withdrawn already, and what `requireWriter` throws.
 */
export async function withdrawComment(
  actor: Actor,
  { revisionId }: WithdrawComment,
  request?: Request,
): Promise<{ revisionId: string } | undefined> {
  const about = await findRevision(actor, revisionId);
  return perform(
    actor,
    "comment.withdraw",
    async (tx, present) => {
      const cell = await lockCell(tx, present, about.indicatorId, about.month);
      requireWriter(present, cell);
      const revision = requireNewestSubmitted(cell, revisionId, present.organisation.timeZone);
      const [decision] = revision.decisions;
      if (decision) {
        throw new Refusal(
          "WRONG_STATE",
          `Revision ${revision.number} was decided on by ${decision.decidedBy}, so it cannot be withdrawn. Write a new revision instead.`,
        );
      }
      await tx
        .update(commentRevision)
        .set({ withdrawnAt: new Date(), withdrawnBy: present.person.id })
        .where(eq(commentRevision.id, revisionId));
      return { revisionId };
    },
    { request, about },
  );
}
