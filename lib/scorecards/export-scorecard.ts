import type { PersonActor } from "#lib/access/actor";
import { enterReading } from "#lib/audit/enter-reading";
import { exportCsv } from "#lib/scorecards/export-csv";
import { getSheet } from "#lib/scorecards/get-sheet";
import type { SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/** A scorecard's months as CSV, entered in the trail under the name it has now. Throws `Refusal` SESSION_ENDED. */
export async function exportScorecard(
  actor: PersonActor,
  scorecard: SheetScorecard,
  range: SheetRange,
): Promise<string> {
  const asked = { scorecard: scorecard.name, from: range.from, to: range.to };
  const sheet = await getSheet(actor, scorecard, range);
  await enterReading(actor, "scorecard.export", asked, scorecard.id);
  return exportCsv(sheet);
}
