import { asReaderOf, type PersonActor } from "#lib/access/actor";
import { asOf } from "#lib/audit/as-of";
import { getScorecardPage } from "#lib/scorecards/get-scorecard-page";
import type { NewestEdition } from "#lib/scorecards/scorecard-rows";
import type { Sheet } from "#lib/scorecards/sheet";

/** An edition's months as it shows them and as they are now, through the same eyes; null where nothing was written in them since. */
export async function getSinceEdition(
  actor: PersonActor,
  slug: string,
  { month, cut, isChanged }: NewestEdition,
  part: string | undefined,
): Promise<{ was: Sheet; is: Sheet } | null> {
  if (!isChanged) return null;
  const read = () => getScorecardPage(asReaderOf(actor, month), slug, { part });
  const [was, is] = await Promise.all([asOf(cut, read), read()]);
  return was?.shown && is?.shown ? { was: was.shown.sheet, is: is.shown.sheet } : null;
}
