import { comingInWords, monthsComingIn, monthsIn } from "#lib/rules/leading-month";
import { type Month, monthName } from "#lib/rules/month";
import type { Sheet } from "#lib/scorecards/sheet";

/** "December 2013 · open · January 2014: 4 of 16 in": the month looked at, and what is in of those still coming in. */
export function monthWords({ scorecard, figureMonths, indicators }: Sheet, month: Month): string {
  const state = scorecard.months.find((each) => each.month === month)?.state ?? "not opened";
  const coming = monthsComingIn(monthsIn(figureMonths, indicators), month).map(comingInWords);
  return [monthName(month), state, ...coming].join(" · ");
}
