import { addMonths, type Month, monthName, monthRange } from "#lib/rules/month";

/** How many years back a month can be chosen. */
const yearsBack = 15;

/** The months that can be chosen, the latest first. */
export const monthsAround = (today: Month): Month[] =>
  monthRange(addMonths(today, -12 * yearsBack), addMonths(today, 12)).reverse();

export const monthOptions = (months: readonly Month[]) =>
  months.map((month) => ({ value: month, label: monthName(month) }));
