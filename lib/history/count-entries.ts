import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { indicatorIdsOf } from "#lib/history/indicator-ids-of";
import type { HistoryFilters } from "#lib/history/inputs";
import { scopesOf } from "#lib/history/scope";
import { either, matching } from "#lib/history/where";

/** Beyond this a count is not waited for. */
export const countedTo = 100_000;

/** How many entries a filter finds of those the person may read, up to `countedTo` and one more. Throws WRONG_ROLE. */
export async function countEntries(actor: PersonActor, filters: HistoryFilters = {}): Promise<number> {
  const scopes = scopesOf(actor);
  const matches = matching(actor, filters, await indicatorIdsOf(actor, filters.indicator));
  const { rows } = await database().execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from audit.entry e where ${either(scopes.map((scope) => scope("e")))} and ${matches("e")}
      limit ${countedTo + 1}) counted`);
  return rows[0]?.count ?? 0;
}
