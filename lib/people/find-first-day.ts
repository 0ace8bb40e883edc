import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { Day } from "#lib/rules/day";

/** From which day on somebody is to hold a role; null where none is to come. */
export async function findFirstDay(personId: string): Promise<Day | null> {
  const { rows } = await database().execute<{ day: Day | null }>(
    sql`select min(g.from_day)::text as day from role_grant g
      where g.person_id = ${personId} and g.revoked_at is null and g.from_day > holding.today(g.organisation_id)`,
  );
  return rows[0]!.day;
}
