import type { PersonActor } from "#lib/access/actor";
import { asOf } from "#lib/audit/as-of";
import { enterReading } from "#lib/audit/enter-reading";
import type { Past } from "#lib/audit/find-past";
import { editionText } from "#lib/rules/edition";
import { monthRange } from "#lib/rules/month";
import { exportCsv } from "#lib/scorecards/export-csv";
import { getSheet } from "#lib/scorecards/get-sheet";
import { listPlaces } from "#lib/scorecards/list-places";
import type { SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/** A scorecard's months as CSV, as they are or as of a cut, entered in the trail under the name it has there. Throws `Refusal` SESSION_ENDED. */
export async function exportScorecard(
  actor: PersonActor,
  scorecard: SheetScorecard,
  range: SheetRange,
  past: Past | null = null,
): Promise<AsyncGenerator<string>> {
  const asked = { scorecard: scorecard.name, from: range.from, to: range.to, ...momentOf(past) };
  await enterReading(actor, "scorecard.export", asked, scorecard.id);
  const csv = scorecardCsv(actor, scorecard, range);
  return past ? eachAsOf(past.cut, csv) : csv;
}

function momentOf(past: Past | null): Record<string, string> {
  if (!past) return {};
  return past.edition ? { edition: editionText(past.edition) } : { cut: String(past.cut) };
}

/** Each batch in a transaction of its own: none is kept open while somebody's line is slow, and all are of one cut. */
async function* eachAsOf(cut: number, csv: AsyncGenerator<string>): AsyncGenerator<string> {
  for (;;) {
    const { done, value } = await asOf(cut, () => csv.next());
    if (done) return;
    yield value;
  }
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
