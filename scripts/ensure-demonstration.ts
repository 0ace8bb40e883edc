import { join } from "node:path";
import { withClient } from "#db/with-client";
import { runToItsEnd } from "#scripts/run-to-its-end";

const root = join(import.meta.dirname, "..");

/** Has the demonstration made unless it is there, by a program of its own: what imports a file need not stay in the web's memory. */
export async function ensureDemonstration(dataFolder: string, ownerUrl: string, hasPractice: boolean): Promise<void> {
  if (await isMade(ownerUrl, hasPractice)) return;
  const practice = hasPractice ? ["with-practice"] : [];
  await runToItsEnd([join(root, "scripts", "make-demonstration.ts"), dataFolder, ...practice], { cwd: root });
}

/** By the last things that are done: an edition of either scorecard. */
async function isMade(ownerUrl: string, hasPractice: boolean): Promise<boolean> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query(
      `select s.slug like 'practice-%' as practice from edition e join scorecard s on s.id = e.scorecard_id
      where (e.month, e.number, s.slug like 'practice-%') in (('2013-11-01', 1, false), ('2013-12-01', 2, true)) group by 1`,
    ),
  );
  return [false, ...(hasPractice ? [true] : [])].every((practice) => rows.some((row) => row.practice === practice));
}
