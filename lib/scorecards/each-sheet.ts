import type { PersonActor } from "#lib/access/actor";
import { asOf } from "#lib/audit/as-of";
import { monthRange } from "#lib/rules/month";
import { getSheet } from "#lib/scorecards/get-sheet";
import { listPlaces } from "#lib/scorecards/list-places";
import type { Sheet, SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";

// What is held at once: a scorecard of the usual size over ten years is one part, and so of one moment.
const cellsAtOnce = 2000;

/** A scorecard in parts, as things are or as of a cut: each of so many indicators that it fits in `cells`, and at least one part. */
export async function* eachSheet(
  actor: PersonActor,
  scorecard: SheetScorecard,
  range: SheetRange,
  { cut, cells = cellsAtOnce }: { cut: number | null; cells?: number },
): AsyncGenerator<Sheet> {
  const read = readingAt(cut);
  const places = await read(() => listPlaces(actor, scorecard, range));
  for (const ids of partsOf(places, range, cells)) yield await read(() => getSheet(actor, scorecard, range, { ids }));
}

/** Each read in a transaction of its own: none is kept open while somebody's line is slow, and all are of one cut. */
export const readingAt =
  (cut: number | null) =>
  <T>(read: () => Promise<T>): Promise<T> =>
    cut === null ? read() : asOf(cut, read);

/** The ids of indicators, so many at a time as make this many cells. */
export function partsOf(places: readonly { id: string }[], range: SheetRange, cells = cellsAtOnce): string[][] {
  const size = atOnce(range, cells);
  const parts = Array.from({ length: Math.max(1, Math.ceil(places.length / size)) }, (_, part) => part * size);
  return parts.map((start) => places.slice(start, start + size).map(({ id }) => id));
}

/** In how many parts a scorecard is read; fewer where some of its indicators are not of these months. */
export const mostParts = ({ size }: SheetScorecard, range: SheetRange): number =>
  Math.max(1, Math.ceil(size / atOnce(range, cellsAtOnce)));

const atOnce = ({ from, to }: SheetRange, cells: number): number =>
  Math.max(1, Math.floor(cells / monthRange(from, to).length));
