import { sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { count } from "#lib/access/counted";
import { sealNext } from "#lib/audit/seal/seal-next";
import { SealRefused } from "#lib/audit/seal/seal-refused";
import { findSealer } from "#lib/audit/seal/sealer";

/** More than this is left to the worker, so that nobody waits for it. */
const most = 5_000;

/**
 * Seals the cut that was taken in the present transaction, with it. Where that cannot be done nothing is held up: the worker
 * seals it next, or says for ever why it does not.
 */
export async function sealInside(tx: Database): Promise<void> {
  const sealer = findSealer();
  if (!sealer) return;
  await tx.execute(sql`savepoint sealing`);
  try {
    await sealNext(tx, sealer, { forCertain: true, most });
    await tx.execute(sql`release savepoint sealing`);
  } catch (error) {
    await tx.execute(sql`rollback to savepoint sealing`);
    if (error instanceof SealRefused) count("seal", { outcome: "refused" });
    console.error(`A publication was not sealed: ${(error as Error).message}`);
  }
}
