import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { freeTextColumns, wordsTakenOut } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { readingScope } from "#lib/commentary/cell/reading-scope";
import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import type { Image } from "#lib/history/image";

/** The file of an import is not read in the history. */
const isRead = (column: string) => freeTextColumns.has(column) && column !== "content";

/**
 * The words whose digests stand in entries' images, as far as the reader may read them. A comment's are read as on its own
 * page: a draft's by the team's leads and the auditor, submitted ones by its head of service too, of others none.
 */
export async function getKeptWords(
  actor: PersonActor,
  entries: readonly TrailEntry[],
): Promise<(entry: TrailEntry) => SentenceFacts["wordsOf"]> {
  const digests = entries.flatMap(({ before, after }) => [...digestsIn(before), ...digestsIn(after)]);
  if (digests.length === 0) return () => () => null;
  const { rows } = await database().execute<{ digest: string; body: string; is_submitted: boolean }>(sql`
    select w.digest, coalesce(w.body, ${wordsTakenOut}) as body, exists (select from comment_revision r
      where r.id = any (${sql.param(revisionsIn(entries))}::uuid[]) and r.words = w.digest
      and (r.submitted_at is not null or r.source = 'import')) as is_submitted
    from audit.words w where w.digest = any (${sql.param(digests)}::text[])`);
  const kept = new Map(rows.map((row) => [row.digest, row]));
  return (entry) => (of) => {
    const found = of === null ? undefined : kept.get(of);
    return found && mayRead(actor, entry, found.is_submitted) ? found.body : null;
  };
}

function mayRead(actor: PersonActor, { table, teamId }: TrailEntry, isSubmitted: boolean): boolean {
  if (table !== "comment_revision") return true;
  const scope = readingScope(actor, teamId);
  return scope === "all" || (scope === "submitted" && isSubmitted);
}

function digestsIn(image: Image | null): string[] {
  return Object.entries(image ?? {}).flatMap(([column, value]) =>
    typeof value === "string" && isRead(column) ? [value] : [],
  );
}

const revisionsIn = (entries: readonly TrailEntry[]) =>
  entries.flatMap(({ table, key }) => (table === "comment_revision" && key ? [key] : []));
