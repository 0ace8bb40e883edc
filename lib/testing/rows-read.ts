import pg from "pg";
import { readInside } from "#db/client";

/** How many rows a read took of each of our tables, by a plan made for whatever is asked. */
export async function rowsRead(read: () => Promise<unknown>): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
  await client.connect();
  try {
    await client.query("begin; set local plan_cache_mode = force_generic_plan");
    await readInside(client, read);
    const { rows } = await client.query(
      "select relname, (seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables where schemaname = 'public'",
    );
    return Object.fromEntries(rows.map(({ relname, n }) => [relname, n]));
  } finally {
    await client.end();
  }
}
