import { asReaderOf, type PersonActor } from "#lib/access/actor";
import type { EditionName } from "#lib/rules/edition";
import { partsOf, readingAt } from "#lib/scorecards/each-sheet";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { listPlaces } from "#lib/scorecards/list-places";
import type { Sheet } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/** An edition's months as it shows them and as they are at a later cut, through the same eyes, some indicators at a time. */
export async function* eachComparison(
  actor: PersonActor,
  slug: string,
  { edition, range, cut }: { edition: EditionName & { cut: number }; range: SheetRange; cut: number },
): AsyncGenerator<{ was: Sheet; is: Sheet }> {
  const eyes = asReaderOf(actor, edition.month);
  const [then, now] = [readingAt(edition.cut), readingAt(cut)];
  const [was, is] = [await then(() => getScorecard(eyes, slug)), await now(() => getScorecard(eyes, slug))];
  if (!was || !is) return;
  const listed = [await then(() => listPlaces(eyes, was, range)), await now(() => listPlaces(eyes, is, range))];
  const places = [...new Map(listed.flat().map((place) => [place.id, place])).values()];
  for (const ids of partsOf(places, range)) {
    yield {
      was: await then(() => getSheet(eyes, was, range, { ids })),
      is: await now(() => getSheet(eyes, is, range, { ids })),
    };
  }
}
