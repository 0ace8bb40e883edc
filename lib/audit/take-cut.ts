type Connection = { query: (text: string) => Promise<{ rows: { number: number | null }[] }> };

/** Takes a cut when something is new, and answers its number; null when nothing is, or somebody else takes one just now. */
export async function takeCut(on: Connection): Promise<number | null> {
  const { rows } = await on.query("select audit.take_cut()::int as number");
  return rows[0]!.number;
}
