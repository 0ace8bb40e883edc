import { type SQL, sql } from "drizzle-orm";
import type { Month } from "#lib/rules/month";

export type CellPlace = { indicatorId: string; month: Month };

export const placeKey = ({ indicatorId, month }: CellPlace): string => `${indicatorId} ${month}`;

/** Any number of cells to read or to lock, in one order for all who lock: those that `placesOf` says. */
export const askedPlaces: SQL = sql`unnest(${sql.placeholder("ids")}::uuid[], ${sql.placeholder("months")}::date[])
  as asked(indicator_id, month)`;

export function placesOf(cells: readonly CellPlace[]): { ids: string[]; months: string[] } {
  const places = cells.toSorted((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1));
  return { ids: places.map(({ indicatorId }) => indicatorId), months: places.map(({ month }) => `${month}-01`) };
}

/** The indicator and the month of such a cell. */
export const askedIndicator: SQL = sql`asked.indicator_id`;
export const askedMonth: SQL = sql`asked.month`;
export const askedMonthText: SQL<Month> = sql<Month>`to_char(asked.month, 'YYYY-MM')`;
