import { openWorkbook } from "#app/open-workbook";
import { madeBy } from "#lib/audit/seal/made-by";
import { writeWorkbook } from "#lib/exports/write-workbook";
import { openTaken } from "#lib/files/open-taken";
import { type MakeFile, NotMade } from "#lib/files/taken-file";
import { mostParts } from "#lib/scorecards/each-sheet";
import { scorecardCsv } from "#lib/scorecards/export-scorecard";

/** The most that is kept of one file, as its table says. */
const largest = 100_000_000;

/** Makes a workbook, or a text, part after part as they are read, of which no more is held than what it is when it is written. */
export const makeSheet: MakeFile = async (taken, { note, signal }) => {
  const { actor, past, eyes, opened } = await openTaken(taken);
  const { scorecard, range, cut, small } = opened;
  let [read, parts] = [0, 0];

  if (taken.form === "XLSX") {
    const { book, readings } = await openWorkbook(actor, opened, { past, eyes, each });
    parts = mostParts(scorecard, range) * readings + 1;
    return collected(writeWorkbook(book));
  }
  parts = mostParts(scorecard, range) + 1;
  const made = await madeBy(actor, { of: past, cut, small });
  const form = taken.form === "CSV" ? "CSV" : "CSV for a spreadsheet";
  return collected(each(scorecardCsv(eyes, scorecard, range, { made, form, cut })));

  async function* each<T>(some: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const part of some) {
      signal.throwIfAborted();
      yield part;
      read = Math.min(read + 1, parts - 1);
      await note(read, parts);
    }
  }
};

async function collected(pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    size += bytes.length;
    if (size > largest) throw new NotMade("TOO_LARGE");
    held.push(bytes);
  }
  return Buffer.concat(held);
}
