import { join } from "node:path";
import { Client } from "pg";
import { runToItsEnd } from "#scripts/run-to-its-end";

const root = join(import.meta.dirname, "..");

/** Has the demonstration made unless it is there, by a program of its own: what imports a file need not stay in the web's memory. */
export async function ensureDemonstration(dataFolder: string, ownerUrl: string): Promise<void> {
  if (await isMade(ownerUrl)) return;
  await runToItsEnd([join(root, "scripts", "make-demonstration.ts"), dataFolder], { cwd: root });
}

/** By the last thing that is done. */
async function isMade(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rowCount } = await client.query("select from edition where month = '2013-11-01' limit 1");
  await client.end();
  return rowCount === 1;
}
