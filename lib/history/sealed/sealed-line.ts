import { type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "#lib/access/actor";
import { actionText, entryText } from "#lib/audit/verify/leaf-text";
import { digestsIn, everyDigestIn, submittedWords, type WordsRow, wordsFor } from "#lib/history/kept-words";
import { seesAddressOf } from "#lib/history/scope";

/** What an outsider is told of one leaf, apart from its proof: what was hashed, and the words whose digests stand in it. */
export type SealedLeaf = { of: "entry" | "action"; leaf: number; body: string; words: Words; redacted: Redacted };

/** By digest; what is hashed is the salt's bytes and then the words'. */
type Words = Record<string, readonly [salt: string, words: string]>;

/** By digest, by whom and on whose authority words were redacted. */
export type Redacted = Record<string, string>;

/** An entry `m` that is leaf `l`, with its action if that is to be told too. */
export type SealedRow = {
  leaf: number;
  body: string;
  words: Words | null;
  redacted: Redacted | null;
  submitted: string | null;
  table: string | null;
  teamId: string | null;
  position: string;
  action: string;
};

const saltedOf = (digests: SQL): SQL => sql`(
  select json_object_agg(w.digest, json_build_array(encode(w.salt, 'hex'), w.body)) from audit.words w where w.body is not null and w.digest in ${digests})`;

const redactedOf = (digests: SQL): SQL => sql`(
  select json_object_agg(w.digest, audit.redaction_said(w.digest)) from audit.words w where w.body is null and w.digest in ${digests})`;

export const entryColumns: SQL = sql`l.number::int as leaf, m.position::text as position, m.action, m.table_name as "table", m.team as "teamId",
  (select ${sql.raw(entryText)} from (select m.*) e) as body, ${saltedOf(digestsIn)} as words, ${redactedOf(everyDigestIn)} as redacted, ${submittedWords} as submitted`;

export const actionColumns: SQL = sql`l.number::int as leaf, a.id as action, ${sql.raw(actionText)} as body, ${saltedOf(sql`(a.reason)`)} as words, ${redactedOf(sql`(a.reason)`)} as redacted`;

/** An action has an address: it is told to whoever would see that. */
export const mayTellAction = (actor: PersonActor): SQL => seesAddressOf(actor, "a");

/** With the words that the person may read. */
export function entryLeaf(actor: PersonActor, row: SealedRow): SealedLeaf {
  const { leaf, body, words, redacted, submitted, table, teamId } = row;
  const bodies = Object.fromEntries(Object.entries(words ?? {}).map(([digest, [, said]]) => [digest, said]));
  const read = wordsFor(actor, { table, teamId }, { words: bodies, submitted } satisfies WordsRow);
  const told = Object.entries(words ?? {}).filter(([digest]) => read(digest) !== null);
  return { of: "entry", leaf, body, words: Object.fromEntries(told), redacted: redacted ?? {} };
}
