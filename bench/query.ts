import type pg from "pg";
import { withClient } from "#db/with-client";

/** Asks a database on a connection for this alone. */
export async function query<R extends pg.QueryResultRow>(url: string, text: string): Promise<R[]> {
  return (await withClient(url, (client) => client.query<R>(text))).rows;
}

export const countIn = async (url: string, rows: string): Promise<number> =>
  Number((await query<{ count: string }>(url, `select count(*) from ${rows}`))[0]?.count);
