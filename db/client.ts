import { AsyncLocalStorage } from "node:async_hooks";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { rethrowMarked } from "#db/mark-unavailable";
import { isOutdatedPlan, nameStatements, type StatementNames } from "#db/statement-names";

/** What a query is run on: the pool's database for reads, a transaction for a verb. */
export type Database = NodePgDatabase;

type Kind = "app" | "writes" | "past" | "signIn";

/**
 * What is asked lies in memory, where an index is no dearer than its price in pages. Each statement is planned once for all:
 * planning a page's anew takes longer than it takes, and none of them is better off with another plan for other values.
 */
const plannedOnce = "-c random_page_cost=1.1 -c plan_cache_mode=force_generic_plan";

/**
 * Each with so many connections. Those who write have their own, because writers wait for each other and readers for nobody;
 * so have those who read the past, because what a connection has prepared is of one search path.
 */
const kinds: Record<Kind, { variable: string; max: number; options?: string }> = {
  app: { variable: "DATABASE_APP_URL", max: 8, options: plannedOnce },
  writes: { variable: "DATABASE_APP_URL", max: 8, options: plannedOnce },
  past: { variable: "DATABASE_APP_URL", max: 3, options: plannedOnce },
  signIn: { variable: "DATABASE_SIGN_IN_URL", max: 2 },
};

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

// The bundler makes several copies of this module in one process; these must be one.
const { pools, given, names } = ((globalThis as Record<symbol, unknown>)[Symbol.for("candour.database")] ??= {
  pools: {},
  given: new AsyncLocalStorage(),
  names: { generation: 0, byText: new Map() },
}) as { pools: Partial<Record<Kind, pg.Pool>>; given: AsyncLocalStorage<Database>; names: StatementNames };

function pool(kind: Kind): pg.Pool {
  const existing = pools[kind];
  if (existing) return existing;
  const { variable, max, options } = kinds[kind];
  const connectionString = process.env[variable];
  if (!connectionString) throw new Error(`${variable} is not set.`);
  const made = new pg.Pool({ connectionString, max, options, ...patience, ...kept });
  made.on("error", (error) => console.error("An idle database connection was lost:", error.message));
  made.on("connect", (client) => nameStatements(client, names));
  const query = made.query.bind(made) as (...given: unknown[]) => Promise<unknown>;
  const askAgain = (given: unknown[]) => (error: unknown) => {
    if (isPlannedBefore(error)) return query(...given);
    throw error;
  };
  made.query = ((...given: unknown[]) =>
    query(...given)
      .catch(askAgain(given))
      .catch(rethrowMarked)) as typeof made.query;
  pools[kind] = made;
  return made;
}

/** Whether a statement failed only because it was planned before a migration: asked again, it is planned anew. */
export const isPlannedBefore = (error: unknown): boolean => isOutdatedPlan(error, names);

/** The web's own login, which can neither delete nor read password hashes. */
export const appPool = () => pool("app");

/** The same login for `perform`. */
export const writePool = () => pool("writes");

/** The same login for `asOf`. */
export const pastPool = () => pool("past");

/** The login that alone reads password hashes and starts sessions. */
export const signInPool = () => pool("signIn");

const ofPool = new WeakMap<pg.Pool, Database>();

/** For reads: the transaction given to this request by `readInside`, else the pool. Writes go through `perform`. */
export function database(): Database {
  const inside = given.getStore();
  if (inside) return inside;
  const asked = appPool();
  const known = ofPool.get(asked) ?? drizzle(asked);
  ofPool.set(asked, known);
  return known;
}

/** Whether reads have a transaction given to them, which may be of the past. */
export const isInside = (): boolean => given.getStore() !== undefined;

/** Runs reads inside the transaction that somebody else opened on a connection, with that transaction's search path. */
export const readInside = <T>(client: pg.Client | pg.PoolClient, read: () => Promise<T>): Promise<T> =>
  given.run(drizzle(inTurn(client)), read);

/** One statement after the other: a page asks several at once, and a connection answers one. */
function inTurn<C extends pg.Client | pg.PoolClient>(client: C): C {
  const asking = client as unknown as { query: (...asked: unknown[]) => Promise<unknown> };
  let last: Promise<unknown> = Promise.resolve();
  const query = (...asked: unknown[]) => {
    last = last.catch(() => undefined).then(() => asking.query(...asked));
    return last;
  };
  return new Proxy(client, { get: (of, name) => (name === "query" ? query : Reflect.get(of, name)) });
}

/** Ends every pool, so that a command or a test file can stop; with the connections goes what they had prepared. */
export async function closePools(): Promise<void> {
  names.byText.clear();
  await Promise.all(
    (Object.keys(pools) as Kind[]).map(async (kind) => {
      const ending = pools[kind];
      delete pools[kind];
      await ending?.end();
    }),
  );
}
