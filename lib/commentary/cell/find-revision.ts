import { eq } from "drizzle-orm";
import { database } from "#db/client";
import { commentRevision } from "#db/schema/commentary";
import type { Month } from "#db/vocabulary";

/** Which cell a revision is about, which never changes; null where there is none. Not for showing: it asks for nobody's scope. */
export async function findRevision(revisionId: string): Promise<{ indicatorId: string; month: Month } | null> {
  const [found] = await database()
    .select({ indicatorId: commentRevision.indicatorId, month: commentRevision.month })
    .from(commentRevision)
    .where(eq(commentRevision.id, revisionId));
  return found ?? null;
}
