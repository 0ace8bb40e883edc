import { type SQL, sql } from "drizzle-orm";
import { freeTextColumns, shownWords } from "#db/words";
import { holds, type PersonActor } from "#lib/access/actor";
import { readingScope } from "#lib/commentary/cell/reading-scope";
import type { SentenceFacts, TrailEntry } from "#lib/history/entry";

/** The file of an import is not read in the history. */
const readColumns = [...freeTextColumns].filter((column) => column !== "content");

const digestsOf = (columns: readonly string[]): SQL => sql`(
    select c.value from (select * from jsonb_each_text(m.before) union all select * from jsonb_each_text(m.after)) c
    where c.key in (${sql.raw(columns.map((column) => `'${column}'`).join(", "))}))`;

/** The digests that stand in the images of `m`. */
export const digestsIn: SQL = digestsOf(readColumns);

/** The same with that of an imported file, of which nothing but its redaction is told. */
export const everyDigestIn: SQL = digestsOf([...freeTextColumns]);

/** By digest, the words of the images of `m`; and the digest of those that its revision of a comment, if it is of one, was submitted with. */
export const keptWords: SQL = sql`(
  select json_object_agg(w.digest, ${sql.raw(shownWords)}) from audit.words w where w.digest in ${digestsIn})`;
export const submittedWords: SQL = sql`(
  select r.words from comment_revision r where r.id = case when m.table_name = 'comment_revision' then m.key::uuid end
  and (r.submitted_at is not null or r.source = 'import'))`;

export type WordsRow = { words: Record<string, string> | null; submitted: string | null };

/**
 * The words whose digests stand in an entry's images, as far as the reader may read them. A comment's are read as on its own
 * page: a draft's by the team's leads and the auditor, submitted ones by its head of service too, of others none.
 */
export function wordsFor(
  actor: PersonActor,
  { table, teamId }: Pick<TrailEntry, "table" | "teamId">,
  { words, submitted }: WordsRow,
): SentenceFacts["wordsOf"] {
  const scope = scopeOf(actor, table, teamId);
  const mayRead = (digest: string) => scope === "all" || (scope === "submitted" && digest === submitted);
  return (digest) => (digest !== null && mayRead(digest) ? (words?.[digest] ?? null) : null);
}

/** What is left of a redacted text may be what is left of a draft. */
function scopeOf(actor: PersonActor, table: string | null, teamId: string | null) {
  if (table === "redaction_place") return holds(actor, "auditor") ? "all" : "shown";
  return table === "comment_revision" ? readingScope(actor, teamId) : "all";
}
