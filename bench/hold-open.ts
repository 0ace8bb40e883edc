import pg from "pg";
import { query } from "#bench/query";

/**
 * Holds a transaction open that is older than one that has ended, until what it answers is called. Meanwhile nothing that was
 * read is remembered (`audit.up_to`), so that every request costs what it does after something was written.
 */
export async function holdOpen(superuserUrl: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query("begin; select pg_current_xact_id()");
  await query(superuserUrl, "select pg_current_xact_id()");
  return () => client.query("rollback").then(() => client.end());
}
