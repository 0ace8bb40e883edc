import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { redaction } from "#db/schema/redactions";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { WithdrawRedaction } from "#lib/redactions/inputs";
import { answeredMeanwhile, lockRedaction } from "#lib/redactions/lock-redaction";

/** Who proposed it takes it back. Throws WRONG_SCOPE, and what `lockRedaction` throws. */
export const withdrawRedaction = (asker: Asker, given: WithdrawRedaction, request?: FormRequest) =>
  perform(asker, "redaction.withdraw", (tx, actor) => writeRedactionWithdrawal(tx, actor, given), { request });

export async function writeRedactionWithdrawal(tx: Database, actor: PersonActor, given: WithdrawRedaction) {
  const found = await lockRedaction(tx, actor, given);
  if (found.proposedBy !== actor.person.id) throw new Refusal("WRONG_SCOPE", "Only who proposed this withdraws it.");
  const written = await tx
    .update(redaction)
    .set({ withdrawnBy: actor.person.id })
    .where(and(eq(redaction.id, given.id), eq(redaction.version, given.seen)))
    .returning({ id: redaction.id });
  if (written.length === 0) throw answeredMeanwhile();
}
