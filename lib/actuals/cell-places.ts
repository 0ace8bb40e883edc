import { type SQL, sql } from "drizzle-orm";
import type { Month } from "#lib/rules/month";

export type CellPlace = { indicatorId: string; month: Month };

export const placeKey = ({ indicatorId, month }: CellPlace): string => `${indicatorId} ${month}`;

/** Any number of cells to read or to lock, in one order for all who lock. */
export function askedPlaces(cells: readonly CellPlace[]): SQL {
  const places = cells.toSorted((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1));
  const ids = sql.param(places.map(({ indicatorId }) => indicatorId));
  const months = sql.param(places.map(({ month }) => `${month}-01`));
  return sql`unnest(${ids}::uuid[], ${months}::date[]) as asked(indicator_id, month)`;
}

/** The indicator and the month of such a cell. */
export const askedIndicator: SQL = sql`asked.indicator_id`;
export const askedMonth: SQL = sql`asked.month`;
export const askedMonthText: SQL<Month> = sql<Month>`to_char(asked.month, 'YYYY-MM')`;
