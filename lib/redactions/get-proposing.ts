import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client";
import { freeTextColumns } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { findIn } from "#lib/history/found";
import { keptWords, submittedWords, type WordsRow, wordsFor } from "#lib/history/kept-words";
import { placeWords } from "#lib/redactions/place-words";

export type ProposedWords = {
  /** Under which what is left of them is kept; null where they were redacted. */
  digest: string | null;
  label: string;
  /** Null: they may go, and are not for this person to read. */
  words: string | null;
};

type Row = { digest: string; left: string | null; table: string; column: string };

const columns = sql.raw([...freeTextColumns].map((column) => `'${column}'`).join(", "));
/** A file is not read in the history. */
const unread = "content";

/** The words themselves, or what their redactions left of them. */
export const leftOf = (digest: SQL) => sql`(
  with recursive l(digest) as (
    select ${digest} union all select p.remaining from l join redaction_place p on p.digest = l.digest where p.remaining is not null)
  select w.digest from l join audit.words w on w.digest = l.digest and w.body is not null limit 1)`;

/**
 * The words that stand in an entry of the trail, or in its action's reason, each of which can be proposed to go. Null where
 * there is no such entry for this person.
 */
export async function getProposing(actor: PersonActor, position: number): Promise<ProposedWords[] | null> {
  const { rows } = await database().execute<
    WordsRow & { table: string | null; teamId: string | null; held: Row[]; why: string | null }
  >(sql`
    select ${keptWords} as words, ${submittedWords} as submitted, m.table_name as "table", m.team as "teamId",
      (select coalesce(w.body, audit.redacted_words(w.digest)) from audit.words w where w.digest = a.reason) as why,
      (select coalesce(json_agg(json_build_object('digest', h.digest, 'left', ${leftOf(sql`h.digest`)}, 'table', h.place, 'column', h.key) order by h.place, h.key), '[]')
       from (select m.table_name as place, c.key, c.value as digest from jsonb_each_text(m.after) c where c.key in (${columns})
         union all select 'action', 'reason', a.reason where a.reason <> '') h
       where h.digest <> '') as held
    from audit.entry m join audit.action a on a.id = m.action
    where m.position = ${position} and ${findIn(actor, {}).rows("m")}`);
  const [found] = rows;
  if (!found) return null;
  const read = wordsFor(actor, found, found);
  return found.held.map(({ digest, left, table, column }) => ({
    digest: left,
    label: placeWords(table, column),
    words: table === "action" ? found.why : column === unread ? null : read(digest),
  }));
}
