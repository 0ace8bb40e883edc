import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { rethrowMarked } from "#db/mark-unavailable";

/** What a query is run on: the pool's database for reads, a transaction for a verb. */
export type Database = NodePgDatabase;

type Login = "app" | "signIn";
const variables = { app: "DATABASE_APP_URL", signIn: "DATABASE_SIGN_IN_URL" } as const;

/** No request waits longer, whatever is stuck: for a connection, a lock, a statement, or a server that stopped answering. */
const patience = {
  connectionTimeoutMillis: 5_000,
  lock_timeout: 5_000,
  statement_timeout: 15_000,
  query_timeout: 20_000,
  idle_in_transaction_session_timeout: 30_000,
};
// Connections are kept: their prepared statements and plans go with them.
const kept = { idleTimeoutMillis: 0, keepAlive: true, keepAliveInitialDelayMillis: 30_000 };

// The bundler makes several copies of this module in one process; the pools must be one.
const pools: Partial<Record<Login, pg.Pool>> = ((globalThis as Record<symbol, unknown>)[Symbol.for("candour.pools")] ??=
  {}) as Partial<Record<Login, pg.Pool>>;

function pool(login: Login): pg.Pool {
  const existing = pools[login];
  if (existing) return existing;
  const connectionString = process.env[variables[login]];
  if (!connectionString) throw new Error(`${variables[login]} is not set.`);
  const made = new pg.Pool({ connectionString, max: login === "app" ? 10 : 2, ...patience, ...kept });
  made.on("error", (error) => console.error("An idle database connection was lost:", error.message));
  const query = made.query.bind(made) as (...given: unknown[]) => Promise<unknown>;
  made.query = ((...given: unknown[]) => query(...given).catch(rethrowMarked)) as typeof made.query;
  pools[login] = made;
  return made;
}

/** The web's own login, which can neither delete nor read password hashes. */
export const appPool = () => pool("app");

/** The login that alone reads password hashes and starts sessions. */
export const signInPool = () => pool("signIn");

/** For reads. Writes go through `perform`. */
export const database = (): Database => drizzle(appPool());

/** Ends every pool, so that a command or a test file can stop. */
export async function closePools(): Promise<void> {
  await Promise.all(
    (Object.keys(pools) as Login[]).map(async (login) => {
      const ending = pools[login];
      delete pools[login];
      await ending?.end();
    }),
  );
}
