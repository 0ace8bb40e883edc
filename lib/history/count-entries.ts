import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { findIn, nextOf } from "#lib/history/found";
import type { HistoryFilters } from "#lib/history/inputs";
import { countedTo } from "#lib/rules/whole-number";

/** How many entries a filter finds of those the person may read, up to `countedTo` and one more. Throws WRONG_ROLE. */
export async function countEntries(actor: PersonActor, filters: HistoryFilters = {}): Promise<number> {
  const enough = countedTo + 1;
  const found = nextOf(findIn(actor, filters), { where: sql`true`, limit: enough, order: "desc" });
  const { rows } = await database().execute<{ count: number }>(sql`select count(*)::int as count from ${found} found`);
  return rows[0]?.count ?? 0;
}
