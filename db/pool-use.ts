import type pg from "pg";

export type PoolUse = { pool: string; inUse: number; idle: number; waiting: number };

/** How many connections of each pool of this process are in use, and how many askers wait for one. Loads nothing. */
export function poolUse(): PoolUse[] {
  const { pools = {} } = ((globalThis as Record<symbol, unknown>)[Symbol.for("candour.database")] ?? {}) as {
    pools?: Record<string, pg.Pool>;
  };
  return Object.entries(pools).map(([pool, { totalCount, idleCount, waitingCount }]) => ({
    pool,
    inUse: totalCount - idleCount,
    idle: idleCount,
    waiting: waitingCount,
  }));
}
