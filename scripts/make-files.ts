import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import type { JobWithMetadata, PgBoss } from "pg-boss";
import { findBrowser } from "#lib/exports/find-browser";
import type { MakeFile, TakenFile } from "#lib/files/taken-file";

const patience = { connectionTimeoutMillis: 5_000, statement_timeout: 30_000, query_timeout: 35_000 };

/** How often is looked, in seconds: for a file to make, whether one is still wanted, and for what is over or who was killed. */
const usual = { look: 2, wanted: 1, supervise: 10, sweep: 60 };

/** What makes files, and whether packs too, which a Chromium prints. */
type Maker = { make: MakeFile; prints: boolean };

/** What makes files in a build, where the components are what this Node can run. */
export function makerOf(built: () => Promise<string>): Maker {
  const make: MakeFile = async (taken, making) => {
    const { href } = pathToFileURL(join(await built(), ".next", "server", "instrumentation.js"));
    const { makeFile, default: whole } = await import(href);
    return (makeFile ?? whole.makeFile)(taken, making);
  };
  return { make, prints: findBrowser() !== null };
}

/**
 * Makes the files that people asked for, one pack and one workbook at a time, as the sign-in role, which alone works at jobs. Any number of
 * processes may: pg-boss gives each file to one, and to another where that one was killed. What keeps files from being made
 * is said once, until it works again. Where nothing prints, packs are left to
 * others. Answers how to stop.
 */
export function makeFiles(signInUrl: string, { make, prints }: Maker, every = usual): () => Promise<void> {
  const pool = new pg.Pool({ connectionString: signInUrl, max: 2, ...patience });
  pool.on("error", () => undefined);
  let boss: PgBoss | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let said = "";

  function say(error: unknown): void {
    const { message } = error as Error;
    if (said !== message && !isStopped) console.error(`No file is made until this is over: ${message}`);
    said = message;
  }

  async function ask<T>(text: string, values: unknown[] = []): Promise<T | undefined> {
    const { rows } = await pool.query<{ answer: T }>(text, values);
    return rows[0]?.answer;
  }

  async function turn(): Promise<void> {
    try {
      const isAnyWaiting = await ask<boolean>("select files.sweep() as answer");
      // Begun with the first file, because it holds memory that most processes need for nothing.
      if (isAnyWaiting) boss ??= await begin();
      said = "";
    } catch (error) {
      say(error);
    }
    if (!isStopped) timer = setTimeout(again, (boss ? every.sweep : every.look) * 1000);
  }

  async function begin(): Promise<PgBoss> {
    const { PgBoss: Boss } = await import("pg-boss");
    const begun = new Boss({
      db: { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) },
      schema: "pgboss",
      // The schema is a migration's, and no login that works may change it.
      ...{ migrate: false, createSchema: false, reindex: false, schedule: false },
      ...{ persistQueueStats: false, persistWarnings: false, registerInstance: false },
      superviseIntervalSeconds: every.supervise,
      monitorIntervalSeconds: every.supervise,
    });
    begun.on("error", say);
    await begun.start();
    for (const queue of prints ? ["sheet", "file"] : ["sheet"]) {
      await begun.work(
        queue,
        { batchSize: 1, pollingIntervalSeconds: every.look, includeMetadata: true },
        async ([job]: JobWithMetadata[]) => {
          if (job) await work(job);
        },
      );
    }
    return begun;
  }

  async function work({ id, signal, retryCount, retryLimit }: JobWithMetadata): Promise<void> {
    const taken = await ask<TakenFile | null>("select files.take($1) as answer", [id]);
    if (!taken) return;
    const unwanted = new AbortController();
    const watching = setInterval(async () => {
      const isWanted = await ask<boolean>("select files.is_wanted($1) as answer", [id]).catch(() => true);
      if (!isWanted) unwanted.abort();
    }, every.wanted * 1000);
    const note = async (done: number, parts: number) => {
      const isWanted = await ask<boolean>("select files.note_progress($1, $2, $3) as answer", [id, done, parts]);
      if (!isWanted) unwanted.abort();
      unwanted.signal.throwIfAborted();
    };
    try {
      const content = await make(taken, { note, signal: AbortSignal.any([signal, unwanted.signal]) });
      await ask("select files.keep($1, $2) as answer", [id, Buffer.from(content)]);
      return;
    } catch (error) {
      if (unwanted.signal.aborted) return;
      const { name, code } = error as Error & { code?: string };
      const isForGood = name === "NotMade";
      if (isForGood || retryCount >= retryLimit)
        await ask("select files.give_up($1, $2) as answer", [id, isForGood ? code : "GAVE_UP"]);
      if (isForGood) return;
      if (!isStopped) console.error("A file was not made:", error);
    } finally {
      clearInterval(watching);
    }
    // Without what it failed by, which may have words in it, and a job keeps.
    throw new Error("GAVE_UP");
  }

  const again = () => {
    turning = turn();
  };
  let turning = turn();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await turning;
    // What it is at is another's, at once.
    await boss?.stop({ graceful: false });
    await pool.end();
  };
}
