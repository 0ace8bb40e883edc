import { inArray } from "drizzle-orm";
import type { Database } from "#db/client";
import { commentText } from "#db/schema/commentary";

export type Words = { body: string; version: number };

/** The words of revisions that a query has found to be in their reader's scope, by revision. */
export async function getWords(db: Database, revisionIds: readonly string[]): Promise<Map<string, Words>> {
  if (revisionIds.length === 0) return new Map();
  const rows = await db
    .select({ revisionId: commentText.revisionId, body: commentText.body, version: commentText.version })
    .from(commentText)
    .where(inArray(commentText.revisionId, [...revisionIds]));
  return new Map(rows.map(({ revisionId, ...words }) => [revisionId, words]));
}
