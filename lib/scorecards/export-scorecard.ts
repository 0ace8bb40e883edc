import type { ExportForm } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";
import { enterReading } from "#lib/audit/enter-reading";
import type { Past } from "#lib/audit/find-past";
import { editionText } from "#lib/rules/edition";
import type { Made } from "#lib/rules/made";
import { eachSheet } from "#lib/scorecards/each-sheet";
import { type CsvForm, exportCsv } from "#lib/scorecards/export-csv";
import type { SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/** Whether a file's small numbers are hidden; null where none is hidden from anybody. */
export type SmallInFile = "hidden" | "shown" | null;

type Taken = { form: ExportForm; range: SheetRange; past: Past | null; small?: SmallInFile };

/** What the trail says of a scorecard's months that are taken away: the name it has, in which form, as of when, and whether its small numbers are hidden. */
export const exportSaid = (
  { name }: SheetScorecard,
  { form, range, past, small = null }: Taken,
): Record<string, string> => ({
  scorecard: name,
  form,
  from: range.from,
  to: range.to,
  ...(small && { small }),
  ...momentOf(past),
});

/** Enters in the trail that a person takes a scorecard's months away. Throws `Refusal` SESSION_ENDED. */
export const exportScorecard = (actor: PersonActor, scorecard: SheetScorecard, taken: Taken): Promise<void> =>
  enterReading(actor, "scorecard.export", exportSaid(scorecard, taken), scorecard.id);

function momentOf(past: Past | null): Record<string, string> {
  if (!past) return {};
  return past.edition ? { edition: editionText(past.edition) } : { cut: String(past.cut) };
}

/** A scorecard's months as CSV as they are read, so many indicators at a time, that a large one neither fills the memory nor keeps others waiting. */
export async function* scorecardCsv(
  actor: PersonActor,
  scorecard: SheetScorecard,
  range: SheetRange,
  { made, form = "CSV", cut = null, cells }: { made: Made; form?: CsvForm; cut?: number | null; cells?: number },
): AsyncGenerator<string> {
  let header = true;
  for await (const sheet of eachSheet(actor, scorecard, range, { cut, ...(cells && { cells }) })) {
    yield exportCsv(sheet, made, { header, form });
    header = false;
  }
}
