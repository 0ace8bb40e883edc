import { asReaderOf, type PersonActor } from "#lib/access/actor";
import { asOf } from "#lib/audit/as-of";
import type { EditionName } from "#lib/rules/edition";
import { getScorecardPage } from "#lib/scorecards/get-scorecard-page";
import type { Sheet } from "#lib/scorecards/sheet";

/** An edition's months as it shows them and as they are now, through the same eyes. */
export async function compareWithEdition(
  actor: PersonActor,
  slug: string,
  { month, cut }: EditionName & { cut: number },
): Promise<{ was: Sheet; is: Sheet } | null> {
  const read = () => getScorecardPage(asReaderOf(actor, month), slug, { part: undefined });
  const [was, is] = await Promise.all([asOf(cut, read), read()]);
  return was?.shown && is?.shown ? { was: was.shown.sheet, is: is.shown.sheet } : null;
}
