import { Client } from "pg";
import { findSealer } from "#lib/audit/seal/sealer";
import { takeCut } from "#lib/audit/take-cut";
import { tellWhatIsDue } from "#lib/notices/tell-what-is-due";
import type { Sealing } from "#scripts/seal-cuts";

const patience = { connectionTimeoutMillis: 5_000, statement_timeout: 15_000, query_timeout: 20_000 };

const aMinute = 60_000;

/**
 * Takes a cut every few seconds while there is something new, on a connection of its own, seals it, and once a minute tells the
 * leads what is due. Any number of processes may: the database lets one at a time, and tells each once. What keeps it from doing so is said once, until it works again. Answers how to stop.
 */
export function takeCuts(appUrl: string, every = 5_000): () => Promise<void> {
  const sealer = findSealer();
  let sealing: Sealing | null = null;
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let isFailing = false;
  let toldAt = 0;

  async function connect(): Promise<Client> {
    const made = new Client({ connectionString: appUrl, ...patience });
    made.on("error", () => undefined);
    await made.connect();
    return made;
  }

  async function turn() {
    try {
      client ??= await connect();
      await takeCut(client);
      if (Date.now() - toldAt >= aMinute) {
        await tellWhatIsDue(client);
        toldAt = Date.now();
      }
      isFailing = false;
    } catch (error) {
      if (!isFailing && !isStopped) console.error(`No cut is taken until this is over: ${(error as Error).message}`);
      isFailing = true;
      await client?.end().catch(() => undefined);
      client = null;
    }
    if (!isStopped && sealer) {
      // What it needs is loaded once the first cut is taken.
      sealing ??= (await import("#scripts/seal-cuts")).sealCuts(appUrl, sealer);
      await sealing.turn();
    }
    if (!isStopped) timer = setTimeout(again, every);
  }
  const again = () => {
    turning = turn();
  };

  let turning = turn();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await turning;
    await client?.end();
    await sealing?.stop();
  };
}
