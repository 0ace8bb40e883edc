import { type Month, monthsBetween, parseMonth } from "#lib/rules/month";

/** After so many months a comparison says little of the present. */
const stalest = 24;

/** The last year that a benchmark's year names: 2013 of "2012-13", "2012/2013", "March 2013"; null where it names none. */
export function benchmarkYear(typed: string): number | null {
  const years = [...typed.matchAll(/\d+/g)]
    .map(([digits]) => digits)
    .filter(({ length }) => length === 4 || length === 2);
  const last = years.at(-1);
  const whole = years.find(({ length }) => length === 4);
  if (!last || !whole) return null;
  return Number(last.length === 4 ? last : whole.slice(0, 2) + last);
}

/** Whether a benchmark is of a year that ended more than two years before a month. One that names no year is not judged. */
export function isStale(typed: string | null, month: Month): boolean {
  const year = typed === null ? null : benchmarkYear(typed);
  const ended = year === null ? null : parseMonth(`${year}-12`);
  return ended !== null && monthsBetween(ended, month) > stalest;
}
