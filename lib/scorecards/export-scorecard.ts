import type { PersonActor } from "#lib/access/actor";
import { enterReading } from "#lib/audit/enter-reading";
import { monthRange } from "#lib/rules/month";
import { exportCsv } from "#lib/scorecards/export-csv";
import { getSheet } from "#lib/scorecards/get-sheet";
import { listPlaces } from "#lib/scorecards/list-places";
import type { SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/** A scorecard's months as CSV, entered in the trail under the name it has now. Throws `Refusal` SESSION_ENDED. */
export async function exportScorecard(
  actor: PersonActor,
  scorecard: SheetScorecard,
  range: SheetRange,
): Promise<AsyncGenerator<string>> {
  const asked = { scorecard: scorecard.name, from: range.from, to: range.to };
  await enterReading(actor, "scorecard.export", asked, scorecard.id);
  return scorecardCsv(actor, scorecard, range);
}

// What is held at once: a scorecard of the usual size over ten years is one batch, and so of one moment.
const cellsAtOnce = 2000;

/** The same as it is read, so many indicators at a time, that a large one neither fills the memory nor keeps others waiting. */
export async function* scorecardCsv(
  actor: PersonActor,
  scorecard: SheetScorecard,
  range: SheetRange,
  cells = cellsAtOnce,
): AsyncGenerator<string> {
  const places = await listPlaces(actor, scorecard, range);
  const size = Math.max(1, Math.floor(cells / monthRange(range.from, range.to).length));
  for (let start = 0; start === 0 || start < places.length; start += size) {
    const ids = places.slice(start, start + size).map(({ id }) => id);
    yield exportCsv(await getSheet(actor, scorecard, range, { ids }), { header: start === 0 });
  }
}
