import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { redaction } from "#db/schema/redactions";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";

/** A redaction that still waits, as it was on the screen. Throws NOT_FOUND, WRONG_STATE and CONFLICT. */
export async function lockRedaction(
  tx: Database,
  { organisation }: PersonActor,
  { id, seen }: { id: string; seen: number },
) {
  const [found] = await tx
    .select({
      proposedBy: redaction.proposedBy,
      version: redaction.version,
      confirmedAt: redaction.confirmedAt,
      refusedAt: redaction.refusedAt,
      withdrawnAt: redaction.withdrawnAt,
    })
    .from(redaction)
    .where(and(eq(redaction.id, id), eq(redaction.organisationId, organisation.id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such redaction.");
  if (found.confirmedAt) throw new Refusal("WRONG_STATE", "This was confirmed meanwhile: the words are gone.");
  if (found.refusedAt) throw new Refusal("WRONG_STATE", "This was refused meanwhile.");
  if (found.withdrawnAt) throw new Refusal("WRONG_STATE", "This was withdrawn meanwhile.");
  if (found.version !== seen) throw new Refusal("CONFLICT", "This changed after you opened it. Look at it again.");
  return found;
}

/** What a guarded update finds where somebody else answered first. */
export const answeredMeanwhile = () => new Refusal("CONFLICT", "This was answered meanwhile. Look at it again.");
