import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { actual } from "#db/schema/actuals";
import { indicatorDefinition } from "#db/schema/indicators";
import type { Month } from "#lib/rules/month";
import { type EarlierFigure, mostEarlier } from "#lib/rules/usual-limits";

type Place = PgColumn | SQL;

/** An indicator's figures by which that of a month, or those from it to another, are usual or not, the earliest first. */
export const earlierFigures = (indicator: Place, { from, to }: { from: Place; to?: Place }, where: SQL = sql``) => {
  const own = sql`select ${actual.month}, ${actual.value} from ${actual}
    where ${actual.indicatorId} = ${indicator} and ${actual.value} is not null ${where}`;
  const before = sql`(${own} and ${actual.month} < ${from} order by ${actual.month} desc limit ${sql.raw(String(mostEarlier))})`;
  const asked = to
    ? sql`(${before} union all (${own} and ${actual.month} >= ${from} and ${actual.month} < ${to}))`
    : before;
  return sql<EarlierFigure[]>`(
    select coalesce(json_agg(json_build_object('month', to_char(f.month, 'YYYY-MM'), 'value', f.value::text) order by f.month), '[]')
    from ${asked} f)`;
};

/** The months from which what is usual of an indicator is worked out anew. */
export const rebasedMonths = (indicator: Place) =>
  sql<Month[]>`array(select to_char(d.from_month, 'YYYY-MM') from ${indicatorDefinition} d
    where d.indicator_id = ${indicator} and d.withdrawn_at is null and d.rebased_because is not null)`;
