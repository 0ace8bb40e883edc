import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { commentRevision } from "#db/schema/commentary";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { findRevision } from "#lib/commentary/cell/find-revision";
import { lockRevision } from "#lib/commentary/cell/lock-comment";
import { requireNewestSubmitted } from "#lib/commentary/gates/require-newest-submitted";
import { requireWriter } from "#lib/commentary/gates/require-writer";
import type { WithdrawComment } from "#lib/commentary/inputs";
import { apart } from "#lib/rules/direction";
import type { Month } from "#lib/rules/month";

type Withdrawn = { revisionId: string; slug: string; ref: string; month: Month };

/** A team lead takes back a submission that has not been decided, in an open month. Throws NOT_FOUND, and what `writeWithdrawal` throws. */
export const withdrawComment = (
  asker: Asker,
  given: WithdrawComment,
  request?: FormRequest,
): Promise<Withdrawn | undefined> =>
  perform(asker, "comment.withdraw", (tx, present) => writeWithdrawal(tx, present, given), {
    request,
    about: () => findRevision(given.revisionId),
  });

/** Throws WRONG_STATE once it was decided, CONFLICT when it was replaced or withdrawn already, and what `requireWriter` throws. */
export async function writeWithdrawal(
  tx: Database,
  actor: PersonActor,
  { revisionId }: WithdrawComment,
): Promise<Withdrawn> {
  const cell = await lockRevision(tx, actor, revisionId);
  requireWriter(actor, cell);
  const revision = requireNewestSubmitted(cell, revisionId, actor.organisation.timeZone);
  const [decision] = revision.decisions;
  if (decision) {
    throw new Refusal(
      "WRONG_STATE",
      `Revision ${revision.number} was decided on by ${apart(decision.decidedBy)}, so it cannot be withdrawn. Write a new revision instead.`,
    );
  }
  await tx.update(commentRevision).set({ withdrawnBy: actor.person.id }).where(eq(commentRevision.id, revisionId));
  return { revisionId, slug: cell.scorecard.slug, ref: cell.ref, month: cell.month };
}
