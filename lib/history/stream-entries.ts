import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { findIn, nextOf } from "#lib/history/found";
import type { HistoryFilters } from "#lib/history/inputs";
import { readTrailRow, trailJoins, type WholeRow, wholeColumns } from "#lib/history/trail-rows";

/** The trail's newest position now, so that what is read can be said to reach to it. */
export async function newestPosition(): Promise<number> {
  const { rows } = await database().execute<{ newest: string }>(
    sql`select coalesce(max(position), 0)::text as newest from audit.entry`,
  );
  return Number(rows[0]?.newest ?? 0);
}

const readWhole = (actor: PersonActor) => (row: WholeRow) => readTrailRow(actor, row);
type Streamed = ReturnType<ReturnType<typeof readWhole>>;

/**
 * Every entry that a filter finds of those the person may read, newest first from a position on, a part at a time. Between
 * the parts it holds neither a connection nor the process.
 */
export async function* streamEntries(
  actor: PersonActor,
  filters: HistoryFilters,
  from: number,
  size = 200,
): AsyncGenerator<Streamed[]> {
  const found = findIn(actor, filters, { isWhole: true });
  for (let next = from; ; ) {
    const positions = nextOf(found, { where: sql`e.position <= ${next}`, limit: size, order: "desc" });
    const { rows } = await database().execute<WholeRow>(sql`
      select ${wholeColumns(actor)} from ${positions} next join audit.entry m on m.position = next.position ${trailJoins} order by m.position desc`);
    if (rows.length > 0) yield rows.map(readWhole(actor));
    if (rows.length < size) return;
    next = Number(rows.at(-1)!.position) - 1;
  }
}
