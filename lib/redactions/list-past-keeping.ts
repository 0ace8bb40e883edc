import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { freeTextColumns } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { leftOf } from "#lib/redactions/get-proposing";
import { placeWords } from "#lib/redactions/place-words";
import { type Month, monthName } from "#lib/rules/month";
import { getSettings } from "#lib/settings/get-settings";

/** An entry with words that are kept for longer than the organisation means to. `proposed` is a redaction that waits for them. */
export type PastKeeping = {
  position: number;
  at: Date;
  by: string | null;
  labels: string[];
  of: string | null;
  proposed: string | null;
  /** How many of its texts nobody has proposed. */
  open: number;
};

/** How many a page lists, of how many entries that are looked through at once, and how often where they have none. */
const [listed, looked, turns] = [50, 2_000, 25];

type Row = {
  position: string;
  at: Date;
  by: string | null;
  places: { table: string; column: string }[];
  ref: string | null;
  month: Month | null;
  proposed: string | null;
  open: number;
};

/**
 * The entries, oldest first from one on, with words that came longer ago than the organisation keeps words and stand there
 * still, or what redactions left of them; but not those that somebody refused to redact. `next` is the entry to go on from,
 * where there may be more. Null where words are kept for as long as Candour is.
 */
export async function listPastKeeping(actor: PersonActor, after = 0) {
  const { keepsWordsYears: years } = await getSettings(actor);
  if (years === null) return null;
  let found = await lookThrough(actor, years, after);
  for (let turn = 1; turn < turns && found.words.length === 0 && found.next !== null; turn += 1) {
    found = await lookThrough(actor, years, found.next);
  }
  return { years, ...found };
}

async function lookThrough(actor: PersonActor, years: number, after: number) {
  const columns = sql.raw([...freeTextColumns].map((column) => `'${column}'`).join(", "));
  const { rows } = await database().execute<{ end: string | null; words: Row[] }>(sql`
    with looked as materialized (
      select e.* from audit.entry e where e.organisation = ${actor.organisation.id} and e.position > ${after}
        and e.position <= (select o.position from audit.entry o where o.at < now() - make_interval(years => ${years}) order by o.at desc limit 1)
      order by e.position limit ${looked}),
    held as (
      select l.position, l.at, l.person, l.indicator, l.month, l.table_name, c.key as column_name, c.value as digest
      from looked l cross join lateral jsonb_each_text(l.after) c
      where l.table_name <> 'redaction_place' and (l.table_name <> 'redaction' or c.key <> 'authority' and exists (select from redaction r
          where r.id::text = l.key and num_nonnulls(r.refused_at, r.withdrawn_at) > 0)) and c.key in (${columns}) and c.value <> '' and c.value is distinct from l.before ->> c.key
      union all
      select l.position, l.at, l.person, l.indicator, l.month, 'action', 'reason', a.reason from looked l join audit.action a on a.id = l.action
      where a.reason <> '' and a.verb not in ('redaction.propose', 'words.redact')
        and not exists (select from audit.entry o where o.action = a.id and o.position < l.position)),
    once as (select distinct on (h.digest) h.* from held h order by h.digest, h.position, h.table_name = 'action')
    select (select case when count(*) = ${looked} then max(position)::text end from looked) as "end",
      (select coalesce(json_agg(r order by r.position::bigint), '[]') from (
        select h.position::text, h.at, min(p.name) as by, min(i.ref) as ref, to_char(h.month, 'YYYY-MM') as month,
          json_agg(json_build_object('table', h.table_name, 'column', h.column_name) order by h.table_name = 'action', h.column_name) as places,
          min(r.id::text) as proposed, count(*) filter (where r.id is null)::int as open
        from once h cross join lateral (select ${leftOf(sql`h.digest`)} as digest) w
        left join person p on p.id = h.person left join indicator i on i.id = h.indicator
        left join redaction r on r.digest = w.digest and num_nonnulls(r.confirmed_at, r.refused_at, r.withdrawn_at) = 0
        where w.digest is not null and not exists (select from redaction x where x.digest = w.digest and x.passage is null and x.refused_at is not null)
        group by h.position, h.at, h.month order by h.position limit ${listed + 1}) r) as words`);
  const [{ end, words }] = rows as [(typeof rows)[number]];
  const shown = words.slice(0, listed);
  const last = words.length > listed ? shown.at(-1)?.position : end;
  return {
    words: shown.map(
      ({ position, at, by, places, ref, month, proposed, open }): PastKeeping => ({
        position: Number(position),
        at: new Date(at),
        by,
        labels: [...new Set(places.map(({ table, column }) => placeWords(table, column)))],
        of: ref && (month ? `${ref} for ${monthName(month)}` : ref),
        proposed,
        open,
      }),
    ),
    next: last == null ? null : Number(last),
  };
}
