import pg from "pg";

/** The texts of all statements that reach PostgreSQL while `work` is done, `begin` and `commit` too: each is one round trip. */
export async function countStatements(work: () => Promise<unknown>): Promise<string[]> {
  const connection = pg.Client.prototype as unknown as { query: (...asked: unknown[]) => unknown };
  const { query } = connection;
  const texts: string[] = [];
  connection.query = function counted(...asked) {
    const [first] = asked as [string | { text: string }];
    texts.push(typeof first === "string" ? first : first.text);
    return query.apply(this, asked);
  };
  try {
    await work();
    return texts;
  } finally {
    connection.query = query;
  }
}
