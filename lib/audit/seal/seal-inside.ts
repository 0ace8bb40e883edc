import type { ClientBase } from "pg";
import type { Database } from "#db/client";
import { count } from "#lib/access/counted";
import { sealNext } from "#lib/audit/seal/seal-next";
import { SealRefused } from "#lib/audit/seal/seal-refused";
import { findSealer } from "#lib/audit/seal/sealer";
import { askOn } from "#lib/audit/verify/ask";

/** More than this is left to the worker, so that nobody waits for it. */
const most = 5_000;

/**
 * Seals the cut that was taken in the present transaction, with it. Where that cannot be done nothing is held up: the worker
 * seals it next, or says for ever why it does not.
 */
export async function sealInside(tx: Database): Promise<void> {
  const sealer = findSealer();
  if (!sealer) return;
  const ask = askOn((tx as Database & { $client: ClientBase }).$client);
  await ask("savepoint sealing");
  try {
    await sealNext(ask, sealer, { forCertain: true, most });
    await ask("release savepoint sealing");
  } catch (error) {
    await ask("rollback to savepoint sealing");
    if (error instanceof SealRefused) count("seal", { outcome: "refused" });
    console.error(`A publication was not sealed: ${(error as Error).message}`);
  }
}
