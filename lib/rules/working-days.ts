import { addDays, type Day, dayAfter, weekday } from "#lib/rules/day";
import { apart } from "#lib/rules/direction";
import type { Month } from "#lib/rules/month";

/** Monday to Friday, and no bank holiday. */
export const isWorkingDay = (day: Day, holidays: ReadonlySet<string>): boolean =>
  weekday(day) >= 1 && weekday(day) <= 5 && !holidays.has(day);

/** The nth working day after a month's end, counted from one. */
export function nthWorkingDay(month: Month, nth: number, holidays: ReadonlySet<string>): Day {
  let day = dayAfter(month);
  for (let left = nth; ; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) left--;
    if (left <= 0) return day;
  }
}

const names = ["a Sunday", "", "", "", "", "", "a Saturday"];

/** Why nobody works on a day: "a Saturday", "a bank holiday: Good Friday"; null of a working day. */
export function whyNotWorking(day: Day, holidays: readonly { day: string; name: string }[]): string | null {
  const holiday = holidays.find((each) => each.day === day);
  return names[weekday(day)] || (holiday ? `a bank holiday: ${apart(holiday.name)}` : null);
}
