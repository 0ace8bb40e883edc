import type { Database } from "#db/client";
import { type Actor, organisationIdOf } from "#lib/access/actor";
import { keepDoubts } from "#lib/imports/keep-doubts";
import type { OpenImport } from "#lib/imports/open-import";
import { readScorecard } from "#lib/imports/reader/read-scorecard";
import type { Answers, Doubt, ReadResult } from "#lib/imports/reader/reading";
import { listLabelSets } from "#lib/scorecards/list-label-sets";

/**
 * Reads an open import with answers. An answer may raise doubts that were not there before, and so may a label set made
 * since: `fresh` are those, and they are on record from now on.
 */
export async function readAgain(
  tx: Database,
  actor: Actor,
  importId: string,
  open: OpenImport,
  answers: Answers,
): Promise<ReadResult & { fresh: Doubt[] }> {
  const result = readScorecard(open.content, await listLabelSets(tx, organisationIdOf(actor)), answers);
  const fresh = result.doubts.filter(({ key }) => !open.doubts.has(key));
  for (const { id, key } of await keepDoubts(tx, importId, fresh, open.doubts.size)) {
    open.doubts.set(key, { id, answer: null });
  }
  return { ...result, fresh };
}
