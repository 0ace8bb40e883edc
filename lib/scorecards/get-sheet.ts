import type { PersonActor } from "#lib/access/actor";
import { longestPeriod } from "#lib/rules/due";
import { addMonths } from "#lib/rules/month";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import type { Sheet, SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";
import { getSheetRows, type Part } from "#lib/scorecards/sheet-rows";

/**
 * A scorecard's months as one person may see them: the one read behind its page, the pages of its themes and indicators, and its export.
 * The actuals of a year before the first are read too, so that the first can say what changed since its previous due month.
 */
export async function getSheet(
  actor: PersonActor,
  scorecard: SheetScorecard,
  range: SheetRange,
  part?: Part,
): Promise<Sheet> {
  const before = addMonths(range.from, -longestPeriod);
  return assembleSheet(scorecard, range, await getSheetRows(actor, scorecard.id, { ...range, before }, part), actor);
}
