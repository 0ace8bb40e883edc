import { Column, is, SQL, sql } from "drizzle-orm";
import { type PgColumn, PgDialect } from "drizzle-orm/pg-core";

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
 * is of one moment. `rest` is what stands after the columns: from, where. Decimals travel as text, never as JSON numbers; a
 * row travels as an array, because PostgreSQL takes longer to write the names of its columns than the rest of it.
 */
export function jsonRows<F extends Record<string, Field>>(columns: F, rest: SQL): SQL<RowOf<F>[]> {
  const { values, decode } = said(columns);
  return sql<RowOf<F>[]>`(select coalesce(json_agg(json_build_array(${values})), '[]') ${rest})`.mapWith(
    decode as (rows: unknown[][]) => RowOf<F>[],
  );
}

type Said = { values: SQL; decode: (rows: unknown[][]) => Record<string, unknown>[] };

// Their text is made once for columns that are always the same object: for a page it is longer than all the rest of a statement.
const known = new WeakMap<Record<string, Field>, Said>();
const dialect = new PgDialect();

function said(columns: Record<string, Field>): Said {
  const found = known.get(columns);
  if (found) return found;
  const values = sql.join(
    Object.values(columns).map((column) => {
      const isNumeric = !is(column, SQL) && column.getSQLType() === "numeric";
      return isNumeric ? sql`${column}::text` : column;
    }),
    sql`, `,
  );
  const { sql: text, params } = dialect.sqlToQuery(values);
  const named = Object.entries(columns).map(([name, column]) => ({ name, read: readerOf(column) }));
  const made: Said = {
    values: params.length === 0 ? sql.raw(text) : values,
    decode: (rows) =>
      rows.map((row) => {
        const one: Record<string, unknown> = {};
        for (let index = 0; index < named.length; index++) {
          const { name, read } = named[index]!;
          const value = row[index];
          one[name] = read && value !== null ? read(value) : value;
        }
        return one;
      }),
  };
  known.set(columns, made);
  return made;
}

/** The same with the names of its columns, inside JSON that nobody decodes. */
export function jsonObjects<F extends Record<string, Field>>(columns: F, rest: SQL): SQL<RowOf<F>[]> {
  const pairs = Object.entries(columns).map(([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`);
  return sql`(select coalesce(json_agg(json_build_object(${sql.join(pairs, sql`, `)})), '[]') ${rest})`;
}

type Reader = (value: unknown) => unknown;

/** How a value is read, where it is not taken as it comes. */
function readerOf(field: Field): Reader | null {
  if (is(field, SQL)) {
    // What `mapWith` was given, which drizzle keeps to itself.
    const { decoder } = field as unknown as { decoder: { mapFromDriverValue: Reader } };
    return decoder.mapFromDriverValue;
  }
  return field.mapFromDriverValue === Column.prototype.mapFromDriverValue
    ? null
    : (value) => field.mapFromDriverValue(value);
}
