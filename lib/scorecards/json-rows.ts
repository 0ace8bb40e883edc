import { is, SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

type Field = PgColumn | SQL;
type RowOf<F extends Record<string, Field>> = {
  [K in keyof F]: F[K] extends SQL<infer T>
    ? T
    : F[K] extends PgColumn
      ? F[K]["_"]["notNull"] extends true
        ? F[K]["_"]["data"]
        : F[K]["_"]["data"] | null
      : never;
};

/**
 * The rows of a further table inside the one row of a query, so that a whole scorecard is read in one statement and
 * is of one moment. `rest` is what stands after the columns: from, where. Decimals travel as text, never as JSON numbers.
 */
export function jsonRows<F extends Record<string, Field>>(columns: F, rest: SQL): SQL<RowOf<F>[]> {
  const pairs = Object.entries(columns).map(([name, column]) => {
    const isNumeric = !is(column, SQL) && column.getSQLType() === "numeric";
    return sql`${sql.raw(`'${name}'`)}, ${isNumeric ? sql`${column}::text` : column}`;
  });
  const mapped = Object.entries(columns).flatMap(([name, column]) => (is(column, SQL) ? [] : [{ name, column }]));
  const decode = (rows: Record<string, unknown>[]) => {
    for (const row of rows) {
      for (const { name, column } of mapped) {
        if (row[name] !== null) row[name] = column.mapFromDriverValue(row[name]);
      }
    }
    return rows as RowOf<F>[];
  };
  return sql<
    RowOf<F>[]
  >`(select coalesce(json_agg(json_build_object(${sql.join(pairs, sql`, `)})), '[]') ${rest})`.mapWith(decode);
}
