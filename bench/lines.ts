/** The columns of the tables: requests a second, ratios to the floor, time, CPU a request, bytes, statements. */
export const columns = [
  "1 at once",
  "8 at once",
  "ratio",
  "CPU ratio",
  "ms",
  "Node ms",
  "PostgreSQL ms",
  "kB",
  "flight kB",
  "statements",
  "unnamed",
  "entries",
  "failed",
  "MB",
] as const;
export type Column = (typeof columns)[number];
export type Numbers = Partial<Record<Column, number>>;

export type Limit = { column: Column; most?: number; least?: number };
export const atMost = (column: Column, most: number): Limit => ({ column, most });
export const exactly = (column: Column, number: number): Limit => ({ column, most: number, least: number });
export const atLeast = (column: Column, least: number): Limit => ({ column, least });

/** One row of a table: what was measured, its numbers, and what must hold. */
export type Line = { what: string; numbers: Numbers; limits?: Limit[] };

export const isMet = (
  { column, most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }: Limit,
  numbers: Numbers,
) => {
  const number = numbers[column];
  return !numbers.failed && number !== undefined && number <= most && number >= least;
};

export const sayLimit = ({ column, most, least }: Limit): string =>
  most === least ? `${column} ${most}` : `${column} ${most === undefined ? `≥ ${least}` : `≤ ${most}`}`;
