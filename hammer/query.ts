import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { isUnavailable } from "#db/is-unavailable";

export type Query = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Asks as the owner, again and again where the database is away for a moment, wherever it is then. */
export function openQuery(ownerUrl: () => string): { query: Query; close: () => Promise<void> } {
  const open = () => {
    const pool = new pg.Pool({ connectionString: ownerUrl(), max: 6 });
    pool.on("error", () => undefined);
    return pool;
  };
  let [pool, of] = [open(), ownerUrl()];
  const query: Query = async (text, values) => {
    for (let tries = 0; ; tries++) {
      if (of !== ownerUrl()) [pool, of] = [open(), ownerUrl()];
      try {
        return (await pool.query(text, values)).rows as Record<string, unknown>[];
      } catch (error) {
        if (tries === 200 || !isUnavailable(error)) throw error;
        await pause(100);
      }
    }
  };
  return { query, close: () => pool.end() };
}
