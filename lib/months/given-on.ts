import { type Placeholder, sql } from "drizzle-orm";
import { actual } from "#db/schema/actuals";
import type { Day } from "#lib/rules/day";

/**
 * The day since which an actual says something, a figure or why there is none, where the organisation is: what is given,
 * cleared and given again was given then. From the trail, which alone knows.
 */
export const givenOn = (timeZone: Placeholder | string) => sql<Day | null>`(
  select to_char(e.at at time zone ${timeZone}, 'YYYY-MM-DD') from audit.entry e
  where e.table_name = 'actual' and e.key = ${actual.id}::text
    and coalesce(e.after ->> 'value', e.after ->> 'missing') is not null
    and coalesce(e.before ->> 'value', e.before ->> 'missing') is null
  order by e.position desc limit 1)`;

/** Whether an actual says anything. */
export const isGiven = sql`(${actual.value} is not null or ${actual.missing} is not null)`;
