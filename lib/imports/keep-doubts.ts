import type { Database } from "#db/client";
import { importDoubt } from "#db/schema/imports";
import type { Doubt } from "#lib/imports/reader/reading";
import { inBatches } from "#lib/imports/writer/in-batches";

/** Puts doubts on record, after as many as are there already. */
export async function keepDoubts(
  tx: Database,
  importId: string,
  doubts: readonly Doubt[],
  there = 0,
): Promise<{ id: string; key: string }[]> {
  const rows = doubts.map(({ key, kind, row, column, about, asItCame, proposed }, index) => {
    return { importId, key, kind, position: there + index + 1, row, column, about, asItCame, proposed };
  });
  const returned = { id: importDoubt.id, key: importDoubt.key };
  return (await inBatches(rows, (batch) => tx.insert(importDoubt).values(batch).returning(returned))).flat();
}
