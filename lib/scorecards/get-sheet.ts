import type { Actor } from "#lib/access/actor";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import type { Sheet, SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";
import { getSheetRows } from "#lib/scorecards/sheet-rows";

/** A scorecard's months as one person may see them: the one read behind its page, its theme pages and its export. */
export async function getSheet(actor: Actor, scorecard: SheetScorecard, range: SheetRange): Promise<Sheet> {
  return assembleSheet(scorecard, range, await getSheetRows(actor, scorecard.id, range));
}
