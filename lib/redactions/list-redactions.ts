import { desc, eq, sql } from "drizzle-orm";
import { redaction } from "#db/schema/redactions";
import type { PersonActor } from "#lib/access/actor";
import { selectRedactions } from "#lib/redactions/redaction-columns";

const listed = 50;

/** The register: what waits first, then the newest. */
export async function listRedactions(actor: PersonActor, page = 1) {
  const found = await selectRedactions()
    .where(eq(redaction.organisationId, actor.organisation.id))
    .orderBy(desc(isWaiting), desc(redaction.proposedAt), desc(redaction.id))
    .limit(listed + 1)
    .offset((page - 1) * listed);
  return { redactions: found.slice(0, listed), hasMore: found.length > listed };
}

const isWaiting = sql`num_nonnulls(${redaction.confirmedAt}, ${redaction.refusedAt}, ${redaction.withdrawnAt}) = 0`;
