import { format } from "#lib/rules/moment";
import { type Month, nextMonth } from "#lib/rules/month";

/** A day without a time, "2014-01-14", which as text sorts in time order. */
export type Day = `${number}-${number}-${number}`;

const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
const asDay = (at: Date) => at.toISOString().slice(0, 10) as Day;

/** Reads "2014-01-14" and nothing else, of days that there are. */
export function parseDay(text: string): Day | null {
  if (!/^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return null;
  return asDay(asDate(text)) === text ? (text as Day) : null;
}

export function addDays(day: Day, count: number): Day {
  const at = asDate(day);
  at.setUTCDate(at.getUTCDate() + count);
  return asDay(at);
}

/** From 0, a Sunday, to 6. */
export const weekday = (day: Day): number => asDate(day).getUTCDay();

export const firstDay = (month: Month): Day => `${month}-01` as Day;

/** The first day after a month has ended. */
export const dayAfter = (month: Month): Day => firstDay(nextMonth(month));

/** Which day it is somewhere. */
export const dayIn = (timeZone: string, at: Date): Day =>
  format(at, timeZone, "date").split("/").reverse().join("-") as Day;
