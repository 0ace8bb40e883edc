import { and, desc, eq } from "drizzle-orm";
import { database } from "#db/client";
import { redaction } from "#db/schema/redactions";
import type { PersonActor } from "#lib/access/actor";

/** The newest that this person proposed of some words. */
export async function findProposed(actor: PersonActor, digest: string): Promise<string | null> {
  const [found] = await database()
    .select({ id: redaction.id })
    .from(redaction)
    .where(
      and(
        eq(redaction.organisationId, actor.organisation.id),
        eq(redaction.proposedBy, actor.person.id),
        eq(redaction.digest, digest),
      ),
    )
    .orderBy(desc(redaction.proposedAt), redaction.id)
    .limit(1);
  return found?.id ?? null;
}
