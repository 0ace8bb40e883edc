import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { redaction } from "#db/schema/redactions";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { RefuseRedaction } from "#lib/redactions/inputs";
import { answeredMeanwhile, lockRedaction } from "#lib/redactions/lock-redaction";

/** Somebody else than proposed it says no, and why. Throws OWN_WORDS, and what `lockRedaction` throws. */
export const refuseRedaction = (asker: Asker, given: RefuseRedaction, request?: FormRequest) =>
  perform(asker, "redaction.refuse", (tx, actor) => writeRedactionRefusal(tx, actor, given), { request });

export async function writeRedactionRefusal(tx: Database, actor: PersonActor, { reason, ...given }: RefuseRedaction) {
  const found = await lockRedaction(tx, actor, given);
  if (found.proposedBy === actor.person.id) {
    throw new Refusal("OWN_WORDS", "You proposed this: withdraw it instead.");
  }
  const written = await tx
    .update(redaction)
    .set({ refusedBy: actor.person.id, refusedReason: reason })
    .where(and(eq(redaction.id, given.id), eq(redaction.version, given.seen)))
    .returning({ id: redaction.id });
  if (written.length === 0) throw answeredMeanwhile();
}
