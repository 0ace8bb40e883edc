import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, customType, integer, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Month } from "#db/vocabulary";

export const id = () => uuid("id").primaryKey().defaultRandom();

/** Raised by the row's trigger whenever another column really differs; a write names the version it saw. */
export const version = () => integer("version").notNull().default(1);

/** An instant. */
export const at = (name: string) => timestamp(name, { withTimezone: true });

const monthDate = customType<{ data: Month; driverData: string }>({
  dataType: () => "date",
  toDriver: (month) => `${month}-01`,
  fromDriver: (date) => date.slice(0, 7) as Month,
});

/** A date that is always the first of its month, read and written as "2013-12". */
export const month = (name: string) => monthDate(name);

/** The digest under which `audit.words` keeps some words. */
export class KeptWords {
  readonly digest: string;
  constructor(digest: string) {
    this.digest = digest;
  }
}

/**
 * Free text: written as its words, which the row's trigger keeps in `audit.words`; the row holds their digest, and reads
 * back as that. `wordsOf` reads the words.
 */
export const freeText = customType<{ data: string | KeptWords; driverData: string }>({
  dataType: () => "text",
  toDriver: (given) => (given instanceof KeptWords ? given.digest : given),
  fromDriver: (digest) => new KeptWords(digest),
});

/** The moment of a fact. The trigger sets it, whatever stands here: no other moment is taken. */
export const now = sql`now()`;

/** An exact decimal, read and written as a string. */
export const figure = customType<{ data: string; driverData: string }>({ dataType: () => "numeric" });

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`;

export const oneOf = (column: AnyPgColumn, list: readonly string[]) =>
  sql`${column} in (${sql.raw(list.map(literal).join(", "))})`;

/** The column holds one of the words of a closed list. */
export const isOneOf = (name: string, column: AnyPgColumn, list: readonly string[]) => check(name, oneOf(column, list));

/** Of a month that can be shown: infinity has no day. */
export const isFirstOfMonth = (name: string, column: AnyPgColumn) =>
  check(name, sql`extract(day from ${column}) = 1 and ${column} between '1000-01-01' and '9999-12-01'`);

/** numeric also takes NaN and Infinity; a figure never does. */
export const isFinite = (name: string, column: AnyPgColumn) =>
  check(name, sql`${column} not in ('NaN', 'Infinity', '-Infinity')`);

/** Of an edge with a far one: both are its ends, and both included. */
export const isRange = (name: string, t: { edge: AnyPgColumn; farEdge: AnyPgColumn; strict: AnyPgColumn }) =>
  check(
    name,
    sql`${t.farEdge} is null or (${t.farEdge} not in ('NaN', 'Infinity', '-Infinity') and ${t.farEdge} >= ${t.edge} and not ${t.strict})`,
  );

/**
 * What a person reads can be seen, and is no longer than a line or a page takes. The name ends in `_can_be_shown`, by which
 * it is refused in words.
 */
export const canBeShown = (name: `${string}_can_be_shown`, column: AnyPgColumn, longest: number) =>
  check(name, sql`length(${column}) <= ${sql.raw(String(longest))} and audit.has_visible(${column})`);

/** A name as it stands in an address. */
export const isInAddresses = (name: `${string}_can_be_shown`, column: AnyPgColumn) =>
  check(name, sql`${column} ~ '^[a-z0-9-]{1,80}$'`);

/** A day of a year with four digits, as screens and forms know them: none before Christ, and not infinity. */
export const isADay = (name: string, column: AnyPgColumn) =>
  check(name, sql`${column} between '1000-01-01' and '9999-12-31'`);
