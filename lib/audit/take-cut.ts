import { appPool } from "#db/client";

/** Takes a cut when something is new, and answers its number; null when nothing is, or somebody else takes one just now. */
export async function takeCut(): Promise<number | null> {
  const { rows } = await appPool().query("select audit.take_cut()::int as number");
  return rows[0].number;
}
