import { Refusal } from "#lib/audit/refusal";
import type { Month } from "#lib/rules/month";
import { type MonthDates, whyNotDates } from "#lib/rules/month-dates";

/** Throws INVALID, by the date that is wrong. */
export function requireDates(month: Month, dates: MonthDates): void {
  const whyNot = whyNotDates(month, dates);
  if (whyNot) throw new Refusal("INVALID", whyNot.message, { fields: { [whyNot.field]: whyNot.message } });
}
