import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import type { TrailEntry } from "#lib/history/entry";
import { indicatorIdsOf } from "#lib/history/indicator-ids-of";
import type { HistoryFilters } from "#lib/history/inputs";
import { scopesOf } from "#lib/history/scope";
import { readTrailRow, type TrailRow, trailColumns, trailJoins } from "#lib/history/trail-rows";
import { either, matching } from "#lib/history/where";

/** The trail's newest position now, so that what is read can be said to reach to it. */
export async function newestPosition(): Promise<number> {
  const { rows } = await database().execute<{ newest: string }>(
    sql`select coalesce(max(position), 0)::text as newest from audit.entry`,
  );
  return Number(rows[0]?.newest ?? 0);
}

/** Every entry that a filter finds of those the person may read, newest first from a position on, a batch at a time. */
export async function* streamEntries(
  actor: PersonActor,
  filters: HistoryFilters,
  from: number,
  size = 1000,
): AsyncGenerator<TrailEntry[]> {
  const scopes = scopesOf(actor);
  const matches = matching(actor, filters, await indicatorIdsOf(actor, filters.indicator));
  const visible = sql`${either(scopes.map((scope) => scope("e")))} and ${matches("e")}`;
  for (let next = from; ; ) {
    const { rows } = await database().execute<TrailRow>(sql`
      select ${trailColumns(actor)} from (
        select * from audit.entry e where ${visible} and e.position <= ${next} order by e.position desc limit ${size}) m
      ${trailJoins} order by m.position desc`);
    if (rows.length > 0) yield rows.map(readTrailRow);
    if (rows.length < size) return;
    next = Number(rows.at(-1)!.position) - 1;
  }
}
