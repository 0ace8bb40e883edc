import { asReaderOf, type PersonActor } from "#lib/access/actor";
import { asOf } from "#lib/audit/as-of";
import { listNewestEditions } from "#lib/audit/find-edition";
import type { EditionName } from "#lib/rules/edition";
import { listSheets } from "#lib/scorecards/list-sheets";
import type { Sheet } from "#lib/scorecards/sheet";

/** Every scorecard that something was published of, at a glance, as its newest edition shows it. */
export async function listEditionSheets(actor: PersonActor): Promise<{ edition: EditionName; sheet: Sheet }[]> {
  const newest = await listNewestEditions(actor);
  const read = newest.map(async ({ slug, cut, month, number }) => {
    const sheets = await asOf(cut, () => listSheets(asReaderOf(actor, month), slug));
    return sheets.map((sheet) => ({ edition: { month, number }, sheet }));
  });
  return (await Promise.all(read)).flat();
}
