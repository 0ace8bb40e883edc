import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { commentRevision } from "#db/schema/commentary";
import type { PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { findRevision, type RevisionPlace } from "#lib/commentary/cell/find-revision";
import { lockComment } from "#lib/commentary/cell/lock-comment";
import { requireNewestSubmitted } from "#lib/commentary/gates/require-newest-submitted";
import { requireWriter } from "#lib/commentary/gates/require-writer";
import type { WithdrawComment } from "#lib/commentary/inputs";

/** A team lead takes back a submission that has not been decided, in an open month. Throws NOT_FOUND, and what `writeWithdrawal` throws. */
export async function withdrawComment(
  actor: PersonActor,
  given: WithdrawComment,
  request?: FormRequest,
): Promise<{ revisionId: string } | undefined> {
  const about = await findRevision(actor, given.revisionId);
  return perform(actor, "comment.withdraw", (tx, present) => writeWithdrawal(tx, present, about, given), {
    request,
    about,
  });
}

/** Throws WRONG_STATE once it was decided, CONFLICT when it was replaced or withdrawn already, and what `requireWriter` throws. */
export async function writeWithdrawal(
  tx: Database,
  actor: PersonActor,
  about: RevisionPlace,
  { revisionId }: WithdrawComment,
): Promise<{ revisionId: string }> {
  const cell = await lockComment(tx, actor, about.indicatorId, about.month);
  requireWriter(actor, cell);
  const revision = requireNewestSubmitted(cell, revisionId, actor.organisation.timeZone);
  const [decision] = revision.decisions;
  if (decision) {
    throw new Refusal(
      "WRONG_STATE",
      `Revision ${revision.number} was decided on by ${decision.decidedBy}, so it cannot be withdrawn. Write a new revision instead.`,
    );
  }
  await tx.update(commentRevision).set({ withdrawnBy: actor.person.id }).where(eq(commentRevision.id, revisionId));
  return { revisionId };
}
