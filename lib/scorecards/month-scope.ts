import { type SQL, sql } from "drizzle-orm";
import { scorecardMonth } from "#db/schema/months";
import { type PersonActor, readsEditionsOnly } from "#lib/access/actor";

/**
 * The months whose figures and comments a person sees, for a query's `where`; null for every one. An edition shows those
 * that were closed, up to its own; outside of one a reader sees none.
 */
export function monthsInScope({ edition, roles }: Pick<PersonActor, "roles" | "edition">): SQL | null {
  if (edition)
    return sql`(${scorecardMonth.closedAt} is not null and ${scorecardMonth.month} <= ${`${edition}-01`}::date)`;
  return readsEditionsOnly({ roles }) ? sql`false` : null;
}
