import { sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { commentRevision } from "#db/schema/commentary";
import { wordsOf } from "#db/words";

/** The words of revisions that a query has found to be in their reader's scope, by revision. */
export async function getWords(db: Database, revisionIds: readonly string[]): Promise<Map<string, string>> {
  if (revisionIds.length === 0) return new Map();
  const rows = await db
    .select({ revisionId: commentRevision.id, body: wordsOf(commentRevision.words) })
    .from(commentRevision)
    .where(sql`${commentRevision.id} = any(${sql.param([...revisionIds])}::uuid[])`);
  return new Map(rows.map(({ revisionId, body }) => [revisionId, body]));
}
