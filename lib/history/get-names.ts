import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { SentenceFacts, TrailEntry } from "#lib/history/entry";

/** Which table a column's id points into; `*_by` is always a person. */
const pointsInto: Record<string, string> = {
  person_id: "person",
  head_id: "person",
  deputy_id: "person",
  for_person: "person",
  team_id: "team",
  organisation_id: "organisation",
  scorecard_id: "scorecard",
  theme_id: "theme",
  section_id: "section",
  label_set_id: "label_set",
  indicator_id: "indicator",
  import_id: "import",
  band_set_id: "band_set",
  comment_id: "comment",
  revision_id: "comment_revision",
};

type Pointer = { table: string; key: string; position: number };
type NamesOf = (entry: TrailEntry) => SentenceFacts["nameOf"];

/**
 * What the rows that entries point at were called when each entry was made: people, teams, indicators, bands by their first
 * month, a revision by its number.
 */
export async function getNames(entries: readonly TrailEntry[]): Promise<NamesOf> {
  const pointers = entries.flatMap(pointersIn);
  if (pointers.length === 0) return () => () => null;
  const { rows } = await database().execute<{ key: string; position: string; name: string | null }>(sql`
    select p.key, p.position::text, case p.table_name
        when 'section' then (then_so.image ->> 'number') || coalesce(' ' || (then_so.image ->> 'title'), '')
        when 'indicator' then then_so.image ->> 'ref'
        when 'import' then (select w.body from audit.words w where w.digest = then_so.image ->> 'file_name')
        when 'band_set' then 'from ' || to_char((then_so.image ->> 'from_month')::date, 'FMMonth YYYY')
        when 'comment' then (select i.ref from indicator i where i.id = (then_so.image ->> 'indicator_id')::uuid)
          || ', ' || to_char((then_so.image ->> 'month')::date, 'FMMonth YYYY')
        when 'comment_revision' then then_so.image ->> 'number'
        else then_so.image ->> 'name' end as name
    from unnest(${sql.param(pointers.map(({ table }) => table))}::text[], ${sql.param(pointers.map(({ key }) => key))}::text[],
      ${sql.param(pointers.map(({ position }) => position))}::bigint[]) as p(table_name, key, position)
    cross join lateral (
      select e.after as image from audit.entry e
      where e.table_name = p.table_name and e.key = p.key and e.position <= p.position
      order by e.position desc limit 1) then_so`);
  const names = new Map(rows.map(({ key, position, name }) => [`${position} ${key}`, name]));
  return ({ position }) =>
    (id) =>
      names.get(`${position} ${id}`) ?? null;
}

function pointersIn({ position, table, key, before, after }: TrailEntry): Pointer[] {
  const columns = [...Object.entries(before ?? {}), ...Object.entries(after ?? {})];
  const found = columns.flatMap(([column, value]) => {
    const into = column.endsWith("_by") ? "person" : pointsInto[column];
    return into && typeof value === "string" ? [[into, value] as const] : [];
  });
  const own = table && key ? [[table, key] as const] : [];
  return [...new Map([...found, ...own].map((pointer) => [pointer[1], pointer])).values()].map(([into, id]) => ({
    table: into,
    key: id,
    position,
  }));
}
