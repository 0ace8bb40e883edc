import { type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "#lib/access/actor";
import type { HistoryFilters } from "#lib/history/inputs";
import { type Condition, column } from "#lib/history/scope";

/** The filters as one condition on real columns of the trail; `indicatorIds` are those whose ref is asked for. */
export const matching =
  (actor: PersonActor, filters: HistoryFilters, indicatorIds: readonly string[]): Condition =>
  (entry) => {
    const is = (name: string, value: string | undefined) =>
      value === undefined ? [] : [sql`${column(entry, name)} = ${value}`];
    const conditions: SQL[] = [
      ...is("verb", filters.verb),
      ...is("action", filters.action),
      ...is("month", filters.month && `${filters.month}-01`),
    ];
    if (filters.scorecard !== undefined) {
      conditions.push(sql`${column(entry, "scorecard")} = (select s.id from scorecard s
        where s.organisation_id = ${actor.organisation.id} and s.slug = ${filters.scorecard})`);
    }
    if (filters.indicator !== undefined) conditions.push(anyOf(column(entry, "indicator"), indicatorIds));
    if (filters.person === "nobody") conditions.push(sql`${column(entry, "person")} is null`);
    else conditions.push(...is("person", filters.person));
    if (filters.outcome === "refused") conditions.push(sql`${column(entry, "operation")} = 'refused'`);
    if (filters.outcome === "done") conditions.push(sql`${column(entry, "operation")} <> 'refused'`);
    if (filters.from) conditions.push(sql`${column(entry, "at")} >= ${startOf(actor, filters.from)}`);
    if (filters.to) conditions.push(sql`${column(entry, "at")} < ${startOf(actor, filters.to, 1)}`);
    return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
  };

export const either = (conditions: readonly SQL[]): SQL => sql`(${sql.join([...conditions], sql` or `)})`;

// One value by itself, so that the index's own order serves.
function anyOf(of: SQL, ids: readonly string[]): SQL {
  if (ids.length === 0) return sql`false`;
  return ids.length === 1
    ? sql`${of} = ${ids[0]}`
    : sql`${of} in (${sql.join(
        ids.map((id) => sql`${id}`),
        sql`, `,
      )})`;
}

const startOf = (actor: PersonActor, day: string, later = 0): SQL =>
  sql`((${day}::date + ${later}::int)::timestamp at time zone ${actor.organisation.timeZone})`;
