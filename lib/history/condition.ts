import { type SQL, sql } from "drizzle-orm";

/** A condition on the trail's rows, for whatever name the query gives the table. */
export type Condition = (entry: string) => SQL;

export const column = (entry: string, name: string): SQL => sql.raw(`${entry}.${name}`);

export const is =
  (name: string, value: unknown): Condition =>
  (entry) =>
    sql`${column(entry, name)} = ${value}`;

/**
 * The same for the column by which an index is gone through and its rows put in order first: said as a list of one, so that
 * PostgreSQL does not go through the trail by its positions instead, in hope of soon meeting the value.
 */
export const leads =
  (name: string, value: unknown): Condition =>
  (entry) =>
    sql`${column(entry, name)} = any(array[${value}]::${sql.raw(name === "month" ? "date" : "uuid")}[])`;

export const every =
  (conditions: readonly Condition[]): Condition =>
  (entry) =>
    sql.join(
      conditions.map((condition) => condition(entry)),
      sql` and `,
    );

/** The same condition, for rows that are found already: no index is asked, nor is it thought to leave few. */
export const besides =
  (condition: Condition): Condition =>
  (entry) =>
    sql`case when ${condition(entry)} then true end`;
