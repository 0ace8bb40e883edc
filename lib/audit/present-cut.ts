import { appPool } from "#db/client";
import type { Past } from "#lib/audit/find-past";

/** A cut of this moment, so that what takes long to read is all of one: a new one, or the newest where nothing is new since. */
export async function presentCut(): Promise<Past> {
  await appPool().query("select audit.take_cut(true)");
  const { rows } = await appPool().query<Past>(
    `select number::int as cut, taken_at as "takenAt" from audit.cut order by number desc limit 1`,
  );
  return rows[0]!;
}
