import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closePools } from "#db/client";
import { copyTemplate, dropDatabase, urlOf } from "#db/testing/server";

export type TestDatabase = {
  ownerUrl: string;
  /** A query as the owner, outside the application. */
  asOwner: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** A query as the web's login, outside the application. */
  asApp: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
};

/** A database of this test file's own, to which the application's pools are pointed. Call it at the file's top. */
export function useDatabase(): TestDatabase {
  const adminUrl = inject("adminUrl");
  const made: TestDatabase = { ownerUrl: "", asOwner: async () => [], asApp: async () => [] };
  const pools: pg.Pool[] = [];
  let name = "";

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
    await Promise.all([closePools(), ...pools.map((pool) => pool.end())]);
    await dropDatabase(adminUrl, name);
  });

  return made;
}
