type Connection = { query: (text: string) => Promise<{ rows: { told: number }[] }> };

/** Tells the leads whose dates are near or have passed, each once. Answers how many were told just now. */
export async function tellWhatIsDue(on: Connection): Promise<number> {
  const { rows } = await on.query("select tell_what_is_due() as told");
  return rows[0]!.told;
}
