import pg from "pg";

/** Asks a database on a connection for this alone. */
export async function query<R extends pg.QueryResultRow>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

export const countIn = async (url: string, rows: string): Promise<number> =>
  Number((await query<{ count: string }>(url, `select count(*) from ${rows}`))[0]?.count);
