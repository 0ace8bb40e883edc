import pg from "pg";

type Sent = { text: string; name?: string };

/** All statements that reach PostgreSQL while `work` is done, `begin` and `commit` too: each is one round trip. */
export async function listStatements(work: () => Promise<unknown>): Promise<{ text: string; isPrepared: boolean }[]> {
  const sending = pg.Query.prototype as unknown as { submit: (...given: unknown[]) => unknown };
  const { submit } = sending;
  const sent: { text: string; isPrepared: boolean }[] = [];
  sending.submit = function counted(this: Sent, ...given: unknown[]) {
    sent.push({ text: this.text, isPrepared: this.name !== undefined });
    return submit.apply(this, given);
  };
  try {
    await work();
    return sent;
  } finally {
    sending.submit = submit;
  }
}

/** The texts of those statements. */
export const countStatements = async (work: () => Promise<unknown>): Promise<string[]> =>
  (await listStatements(work)).map(({ text }) => text);
