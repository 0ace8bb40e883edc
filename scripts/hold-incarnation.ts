import { Client } from "pg";

/**
 * Has the database ask itself whether it was restored into another cluster, whose count of transaction ids is another, and
 * says so when it was. Cuts taken before go on holding what they held.
 */
export async function holdIncarnation(ownerUrl: string): Promise<number> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ before: number; now: number }>(
      "select (select max(number) from audit.incarnation) as before, (audit.hold_incarnation()).number as now",
    );
    const { before, now } = rows[0]!;
    if (now > before) console.log(`This database was restored from another cluster: incarnation ${now} of it begins.`);
    return now;
  } finally {
    await client.end();
  }
}
