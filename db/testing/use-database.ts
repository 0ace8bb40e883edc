import pg from "pg";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { closePools } from "#db/client";
import { copyTemplate, dropDatabase, urlOf } from "#db/testing/server";
import { unenteredLapses } from "#db/testing/unentered-lapses";
import { type AsOwner, untoldRows } from "#db/untold-rows";

export type TestDatabase = {
  ownerUrl: string;
  /** A query as the owner, outside the application. */
  asOwner: AsOwner;
  /** A query as the web's login, outside the application. */
  asApp: AsOwner;
  /** The same with the words that are kept, wherever their digests stand. */
  withWords: <T>(value: T) => Promise<T>;
};

const digests = /\b[0-9a-f]{64}\b/g;

/**
 * A database of this test file's own, to which the application's pools are pointed. Call it at the file's top. When the file
 * ends, every row must be what the trail says it became, and every lapse entered; `isTold: false` is for rows written behind
 * the trail's back.
 */
export function useDatabase({ isTold = true } = {}): TestDatabase {
  const adminUrl = inject("adminUrl");
  const made: TestDatabase = { ownerUrl: "", asOwner: async () => [], asApp: async () => [], withWords };
  const pools: pg.Pool[] = [];
  let name = "";

  async function withWords<T>(value: T): Promise<T> {
    const json = JSON.stringify(value);
    const kept = await made.asOwner("select digest, body from audit.words where digest = any ($1)", [
      json.match(digests),
    ]);
    const bodies = new Map(kept.map(({ digest, body }) => [digest, JSON.stringify(body).slice(1, -1)]));
    return JSON.parse(json.replace(digests, (digest) => bodies.get(digest) ?? digest));
  }

  const query = (url: string) => {
    const pool = new pg.Pool({ connectionString: url, max: 4 });
    pool.on("error", () => undefined);
    pools.push(pool);
    return async (text: string, values?: unknown[]) =>
      (await pool.query(text, values)).rows as Record<string, unknown>[];
  };

  beforeAll(async () => {
    name = await copyTemplate(adminUrl, inject("template"));
    process.env.DATABASE_APP_URL = urlOf(adminUrl, name, "app");
    process.env.DATABASE_SIGN_IN_URL = urlOf(adminUrl, name, "signIn");
    made.ownerUrl = urlOf(adminUrl, name, "owner");
    made.asOwner = query(made.ownerUrl);
    made.asApp = query(process.env.DATABASE_APP_URL);
  });

  afterAll(async () => {
    const untold = isTold ? [...(await untoldRows(made)), ...(await unenteredLapses(made))] : [];
    await Promise.all([closePools(), ...pools.map((pool) => pool.end())]);
    await dropDatabase(adminUrl, name);
    expect(untold).toEqual([]);
  });

  return made;
}
