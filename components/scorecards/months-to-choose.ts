import { addMonths, type Month, monthRange } from "#lib/rules/month";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/**
 * The months that a scorecard's form offers: all of a short scorecard; of a long one those shown and a year to either side,
 * its first and last, and every January, from where the months between can be reached.
 */
export function monthsToChoose(whole: SheetRange, shown: SheetRange): Month[] {
  const [from, to] = [addMonths(shown.from, -12), addMonths(shown.to, 12)];
  const all = monthRange(whole.from, whole.to);
  if (all.length <= 36) return all;
  return all.filter(
    (month) => (from <= month && month <= to) || month.endsWith("-01") || month === whole.from || month === whole.to,
  );
}
