import { labelsAt } from "#lib/scorecards/labels-at";
import type { Sheet, SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/** What a sheet of some months is headed by, whichever indicators it is of. */
export type SheetHeads = Pick<Sheet, "scorecard" | "figureMonths" | "milestoneMonths" | "labelsNow">;

export function sheetHeads(scorecard: SheetScorecard, range: SheetRange): SheetHeads {
  const within = (month: string) => month >= range.from && month <= range.to;
  const figureMonths = scorecard.months.map(({ month }) => month).filter(within);
  return {
    scorecard,
    figureMonths,
    milestoneMonths: scorecard.plannedMonths.filter(within),
    labelsNow: labelsAt(scorecard, figureMonths.at(-1) ?? range.to),
  };
}
