import { aboutSheet } from "#components/workbook/about-sheet";
import { type Compared, changesSheet } from "#components/workbook/changes-sheet";
import { definitionsSheet } from "#components/workbook/definitions-sheet";
import { monthsSheet } from "#components/workbook/months-sheet";
import { scorecardSheet } from "#components/workbook/scorecard-sheet";
import { workbookStyles } from "#components/workbook/styles";
import type { Workbook } from "#lib/exports/workbook";
import type { Made } from "#lib/rules/made";
import type { Sheet } from "#lib/scorecards/sheet";
import type { SheetHeads } from "#lib/scorecards/sheet-heads";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/** A scorecard's months as a workbook, of the same sheet as its page; each of its own sheets reads through it by itself. */
export function scorecardWorkbook(
  heads: SheetHeads,
  given: { range: SheetRange; made: Made; timeZone: string; sheets: () => AsyncIterable<Sheet>; compared: Compared },
): Workbook {
  const { made, range, timeZone, sheets, compared } = given;
  return {
    title: heads.scorecard.name,
    about: `${heads.scorecard.name}. ${made.line}`,
    madeBy: made.by,
    madeAt: made.at,
    styles: workbookStyles,
    sheets: [
      scorecardSheet(heads, given),
      monthsSheet({ timeZone, sheets }),
      definitionsSheet(sheets),
      changesSheet(compared, timeZone),
      aboutSheet(heads, range, made),
    ],
  };
}
