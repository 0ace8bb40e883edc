import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { actual } from "#db/schema/actuals";
import { type EarlierFigure, mostEarlier } from "#lib/rules/usual-limits";

type Place = PgColumn | SQL;

/** An indicator's figures by which those between two months are usual or not, the earliest first. */
export const earlierFigures = (indicator: Place, { from, to }: { from: Place; to: Place }, where: SQL = sql``) => {
  const own = sql`select ${actual.month}, ${actual.value} from ${actual}
    where ${actual.indicatorId} = ${indicator} and ${actual.value} is not null ${where}`;
  return sql<EarlierFigure[]>`(
    select coalesce(json_agg(json_build_object('month', to_char(f.month, 'YYYY-MM'), 'value', f.value::text) order by f.month), '[]')
    from ((${own} and ${actual.month} < ${from} order by ${actual.month} desc limit ${sql.raw(String(mostEarlier))})
      union all (${own} and ${actual.month} >= ${from} and ${actual.month} < ${to})) f)`;
};
