import { asReaderOf, type PersonActor } from "#lib/access/actor";
import { listRestatements } from "#lib/restatements/list-restatements";
import type { EditionName } from "#lib/rules/edition";
import { readingAt } from "#lib/scorecards/each-sheet";
import type { Restatement } from "#lib/scorecards/restatement-rows";

/** What an edition's readers would learn to have been restated between it and a later cut. */
export async function listRestatedSince(
  actor: PersonActor,
  slug: string,
  { edition, cut }: { edition: EditionName & { cut: number }; cut: number },
): Promise<Restatement[]> {
  const list = () => listRestatements(asReaderOf(actor, edition.month), { slug });
  const known = new Set((await readingAt(edition.cut)(list)).map(({ id }) => id));
  return (await readingAt(cut)(list)).filter(({ id }) => !known.has(id));
}
