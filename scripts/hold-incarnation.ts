import type { Client } from "pg";
import { findRemembered } from "#lib/audit/seal/find-remembered";
import { lastNote } from "#lib/audit/seal/heads-file";
import { askOn } from "#lib/audit/verify/ask";

/**
 * Has the database ask itself whether it was restored into another cluster, whose count of transaction ids is another, and
 * says so when it was. Cuts taken before go on holding what they held. Where more was signed here, as the file of heads says, than
 * it holds, it is an older backup that was put back, and begins an incarnation that says so for ever.
 */
export async function holdIncarnation(client: Client, headsFile?: string): Promise<number> {
  const { rows } = await client.query<{ before: number; now: number }>(
    "select (select max(number) from audit.incarnation) as before, (audit.hold_incarnation()).number as now",
  );
  const { before, now } = rows[0]!;
  if (now > before) console.log(`This database was restored from another cluster: incarnation ${now} of it begins.`);
  return (await beginAfterBackup(client, headsFile)) ?? now;
}

async function beginAfterBackup(client: Client, headsFile?: string): Promise<number | null> {
  const last = headsFile ? lastNote(headsFile) : null;
  if (last === null) return null;
  if ((await findRemembered(askOn(client), last)) !== null) return null;
  const { rows } = await client.query<{ number: number }>("select number from audit.begin_incarnation($1)", [last]);
  const [, signed] = last.split("\n");
  console.log(
    `More of the trail was signed here (${signed} leaves) than this database holds: an older backup was put back. Incarnation ${rows[0]!.number} of it begins, and says so.`,
  );
  return rows[0]!.number;
}
