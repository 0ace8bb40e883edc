import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { redaction } from "#db/schema/redactions";
import type { PersonActor } from "#lib/access/actor";
import { readImage } from "#lib/history/image";
import { readingSentence } from "#lib/history/reading-sentence";
import { placeWords } from "#lib/redactions/place-words";
import { type RedactionRow, selectRedactions } from "#lib/redactions/redaction-columns";
import { isUuid } from "#lib/rules/is-uuid";
import { type Month, monthName } from "#lib/rules/month";

/** Where some of the words stand: as what, since which entry, in how many; and whether they are all there is of it. */
export type WordsPlace = {
  label: string;
  of: string | null;
  firstEntry: number | null;
  entries: number;
  isWhole: boolean;
};

/** A file that was taken away while the words stood here, by whom and when. */
export type TakenFile = { position: number; at: Date; by: string | null; what: string };

/** What has the passage and is no free text: names and definitions, which the trail keeps as they were. */
export type StaysIn = { table: string; firstEntry: number; entries: number };

export type Redaction = RedactionRow & {
  places: WordsPlace[];
  staysIn: StaysIn[];
  /** What was looked at, to be said again by who confirms; null where nothing is there to go. */
  texts: string | null;
  /** Whether this person wrote any of the words, which another then confirms. */
  isWriter: boolean;
  taken: TakenFile[];
  /** More were than are listed. */
  takenMore: boolean;
};

const listed = 100;

/** A redaction with everywhere the words stand, or stood, as things are now. Null where there is none in this organisation. */
export async function getRedaction(actor: PersonActor, id: string): Promise<Redaction | null> {
  if (!isUuid(id)) return null;
  const [found] = await selectRedactions().where(
    and(eq(redaction.id, id), eq(redaction.organisationId, actor.organisation.id)),
  );
  if (!found) return null;
  const isOver = found.refusedAt !== null || found.withdrawnAt !== null;
  const { places, ...seen } = isOver ? nowhere : await placesOf(actor, found);
  const since = Math.min(...places.flatMap(({ firstEntry }) => firstEntry ?? []));
  const taken = Number.isFinite(since) ? await takenSince(actor, since, found.confirmedAt) : [];
  return { ...found, places, ...seen, taken: taken.slice(0, listed), takenMore: taken.length > listed };
}

type PlaceRow = {
  table: string;
  column: string;
  first: string | null;
  entries: number;
  isWhole: boolean;
  ref: string | null;
  month: Month | null;
  isWriter: boolean;
  texts: string | null;
  staysIn: StaysIn[] | null;
};

type Places = Pick<Redaction, "places" | "staysIn" | "texts" | "isWriter">;
const nowhere: Places = { places: [], staysIn: [], texts: null, isWriter: false };

async function placesOf(actor: PersonActor, { id, confirmedAt }: RedactionRow): Promise<Places> {
  const { organisation, person } = actor;
  const texts = confirmedAt
    ? sql`select p.digest, p.remaining from redaction_place p where p.redaction_id = ${id}`
    : sql`select t.digest, t.remaining from audit.texts_of(${id}) t`;
  const { rows } = await database().execute<PlaceRow>(sql`
    with texts as materialized (${texts})
    select p.table_name as "table", p.column_name as "column", p.first_entry::text as first, p.entries::int as entries,
      t.remaining is null as "isWhole", i.ref, to_char(e.month, 'YYYY-MM') as month,
      coalesce(${person.id} = any (p.written_by), false) as "isWriter",
      (select md5(string_agg(t.digest, ' ' order by t.digest)) from texts t) as texts,
      (select json_agg(json_build_object('table', s.table_name, 'firstEntry', s.first, 'entries', s.entries) order by s.first)
       from (select e.table_name, min(e.position) as first, count(*) as entries from redaction r
         join audit.words w on w.digest = r.passage join audit.entry e on e.organisation = r.organisation_id and e.table_name in (${named})
         where r.id = ${id} and exists (
           select from jsonb_each_text(e.after) said
           where normalize(said.value, NFD) collate audit.letters ~* audit.pattern_of(w.body)) group by 1) s) as "staysIn"
    from audit.places_of(array(select digest from texts), ${organisation.id}) p join texts t on t.digest = p.digest
    left join audit.entry e on e.position = p.first_entry left join indicator i on i.id = e.indicator
    order by p.first_entry, p.table_name, p.column_name, p.digest`);
  return {
    places: rows.map(
      ({ table, column, first, entries, isWhole, ref, month }): WordsPlace => ({
        label: placeWords(table, column),
        of: ref && (month ? `${ref} for ${monthName(month)}` : ref),
        firstEntry: first === null ? null : Number(first),
        entries,
        isWhole,
      }),
    ),
    staysIn: rows[0]?.staysIn ?? [],
    texts: rows[0]?.texts ?? null,
    isWriter: rows.some((row) => row.isWriter),
  };
}

/** The tables whose rows have names and definitions, which are no free text. */
const named = sql.raw(
  `'${["organisation", "team", "person", "scorecard", "theme", "section", "label_set", "label", "indicator_definition", "benchmark", "bank_holiday", "saved_view", "sign_in_rule"].join("', '")}'`,
);

/** Files that were taken away from an entry on, the newest first; until the words were gone. */
async function takenSince(actor: PersonActor, since: number, until: Date | null): Promise<TakenFile[]> {
  const { rows } = await database().execute<{
    position: string;
    at: Date;
    verb: string;
    by: string | null;
    after: string | null;
  }>(sql`
    select e.position::text, e.at, e.verb, p.name as by, e.after::text as after
    from audit.entry e left join person p on p.id = e.person
    where e.organisation = ${actor.organisation.id} and e.verb in ('scorecard.export', 'history.export') and e.operation = 'read'
      and e.position > ${since} and (${until}::timestamptz is null or e.at < ${until})
    order by e.position desc limit ${listed + 1}`);
  return rows.map(({ position, at, verb, by, after }) => {
    const { parts, detail } = readingSentence({ verb, after: readImage(after) });
    const said = parts.map(({ text }) => text).join("");
    return { position: Number(position), at: new Date(at), by, what: detail ? `${said}. ${detail}` : said };
  });
}
