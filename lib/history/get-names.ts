import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { SentenceFacts, TrailEntry } from "#lib/history/entry";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the rows that entries point at are called: people, teams, indicators, bands by their first month, a revision by its number. */
export async function getNames(entries: readonly TrailEntry[]): Promise<SentenceFacts["nameOf"]> {
  const ids = idsIn(entries);
  if (ids.length === 0) return () => null;
  const among = sql`= any(${sql.param(ids)}::uuid[])`;
  const { rows } = await database().execute<{ id: string; name: string }>(sql`
    select id, name from person where id ${among}
    union all select id, name from team where id ${among}
    union all select id, name from organisation where id ${among}
    union all select id, name from scorecard where id ${among}
    union all select id, name from theme where id ${among}
    union all select id, number || coalesce(' ' || title, '') from section where id ${among}
    union all select id, name from label_set where id ${among}
    union all select id, ref from indicator where id ${among}
    union all select id, file_name from import where id ${among}
    union all select id, 'from ' || to_char(from_month, 'FMMonth YYYY') from band_set where id ${among}
    union all select c.id, i.ref || ', ' || to_char(c.month, 'FMMonth YYYY')
      from comment c join indicator i on i.id = c.indicator_id where c.id ${among}
    union all select id, number::text from comment_revision where id ${among}`);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

function idsIn(entries: readonly TrailEntry[]): string[] {
  const found = entries.flatMap(({ key, before, after }) => [
    key,
    ...Object.values(before ?? {}),
    ...Object.values(after ?? {}),
  ]);
  return [...new Set(found.filter((value): value is string => typeof value === "string" && uuid.test(value)))];
}
