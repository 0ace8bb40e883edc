import { type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "#lib/access/actor";
import { type Condition, column } from "#lib/history/condition";
import type { HistoryFilters } from "#lib/history/inputs";

/** The first and the last day asked for, in the organisation's time zone. */
export function isOnDays(actor: PersonActor, { from, to }: HistoryFilters): Condition[] {
  const day = (entry: string) => sql`(${column(entry, "at")} at time zone ${actor.organisation.timeZone})::date`;
  if (!from && !to) return [];
  return [(entry) => sql`${day(entry)} between ${from ?? "-infinity"}::date and ${to ?? "infinity"}::date`];
}

/**
 * Where in the trail those days begin and end, give or take more than a day. The trail's order is that of the clock as far as
 * the clock was right, and a place in it is what every index has; the day itself is asked besides. The pair with a nought is
 * compared as its first is, and not thought to leave so few that they could be put in order.
 */
export function nearDays({ from, to }: HistoryFilters): { each: SQL[]; rows: Condition[] } {
  if (!from && !to) return { each: [], rows: [] };
  const first = sql`(select b.position from audit.entry b where b.at >= ${from}::date - 2 order by b.at limit 1)`;
  const last = sql`(select b.position from audit.entry b where b.at < ${to}::date + 3 order by b.at desc limit 1)`;
  return {
    each: [sql`(select ${from ? first : sql`0`} as first, ${to ? last : sql`0`} as last) as days`],
    rows: [
      ...(from ? [(entry: string) => sql`(${column(entry, "position")}, 0) >= (days.first, 0)`] : []),
      ...(to ? [(entry: string) => sql`(${column(entry, "position")}, 0) <= (days.last, 0)`] : []),
    ],
  };
}
