import type { SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/** How many months there is room for beside each other on a page. */
const mostMonths = 12;

/** Of the months asked for the last twelve opened, and the plan after them. */
export function packRange({ months }: SheetScorecard, range: SheetRange): SheetRange {
  const shown = months.map(({ month }) => month).filter((month) => month >= range.from && month <= range.to);
  const first = shown.at(-mostMonths);
  return shown.length > mostMonths && first ? { from: first, to: range.to } : range;
}
