import { Client } from "pg";
import { count } from "#lib/access/counted";
import { requireRemembered } from "#lib/audit/seal/find-remembered";
import { appendNotes } from "#lib/audit/seal/heads-file";
import { sealNext } from "#lib/audit/seal/seal-next";
import { SealRefused } from "#lib/audit/seal/seal-refused";
import type { Sealer } from "#lib/audit/seal/sealer";
import { type Ask, askOn } from "#lib/audit/verify/ask";

// The first seal of a long trail takes minutes, and nobody waits for it.
const patience = { connectionTimeoutMillis: 5_000, statement_timeout: 1_800_000, query_timeout: 1_810_000 };

const atOnce = 1000;

export type Sealing = { turn: () => Promise<void>; stop: () => Promise<void> };

/**
 * Seals the newest cut, on a connection of its own, and copies new heads to the file. What keeps it from doing so is said
 * once, in the log and where the auditor looks, until it works again.
 */
export function sealCuts(appUrl: string, sealer: Sealer): Sealing {
  let client: Client | null = null;
  let copied: number | null = null;
  let said = "";

  async function connect(): Promise<Client> {
    const made = new Client({ connectionString: appUrl, ...patience });
    made.on("error", () => undefined);
    await made.connect();
    return made;
  }

  async function seal(on: Client): Promise<void> {
    await on.query("begin");
    try {
      const note = await sealNext(askOn(on), sealer);
      await on.query("commit");
      if (note !== null) count("seal", { outcome: "signed" });
    } catch (error) {
      await on.query("rollback");
      throw error;
    }
  }

  async function turn(): Promise<void> {
    try {
      client ??= await connect();
      await seal(client);
      if (sealer.headsFile) copied = await copyHeads(askOn(client), sealer.headsFile, copied);
      said = "";
    } catch (error) {
      await tell(error as Error);
    }
  }

  async function tell(failure: Error): Promise<void> {
    const isRefused = failure instanceof SealRefused;
    const isNews = said !== failure.message;
    said = failure.message;
    if (isRefused) count("seal", { outcome: "refused" });
    if (isNews) console.error(`Nothing is sealed until this is over: ${said}`);
    if (isRefused && isNews && client) await enter(client, said);
    if (!isRefused) await leave();
  }

  async function leave(): Promise<void> {
    const left = client;
    client = null;
    await left?.end().catch(() => undefined);
  }

  return { turn, stop: leave };
}

const enter = (on: Client, words: string) =>
  on
    .query("select audit.add_verification('not sealed', now(), 0, jsonb_build_array($1::text), '[]')", [words])
    .catch(() => undefined);

/** Answers up to which head they are in the file. */
async function copyHeads(ask: Ask, file: string, copied: number | null): Promise<number> {
  const since = copied ?? (await requireRemembered(ask, file));
  const heads = await ask<{ number: string; note: string }>(
    "select number, note from audit.head where number > $1 order by number limit $2",
    [since, atOnce],
  );
  appendNotes(
    file,
    heads.map(({ note }) => note),
  );
  return Number(heads.at(-1)?.number ?? since);
}
