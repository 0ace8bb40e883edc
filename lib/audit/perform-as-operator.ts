import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Database } from "#db/client";

/**
 * The door of commands: one transaction on the owner's connection, shown in the trail as an operator's with its reason.
 * For `scripts/` alone; the web process has no such connection.
 */
export async function performAsOperator<T>(
  ownerUrl: string,
  verb: string,
  reason: string,
  work: (tx: Database) => Promise<T>,
  { organisationId, importId }: { organisationId?: string; importId?: string } = {},
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select audit.begin_operator($1, $2, $3, $4)", [
      reason,
      verb,
      organisationId ?? null,
      importId ?? null,
    ]);
    const result = await work(drizzle(client));
    await client.query("commit");
    return result;
  } finally {
    await client.end();
  }
}
