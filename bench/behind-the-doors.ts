import pg from "pg";

type Trigger = { table: string; name: string; always: boolean };

/** Writes as only the owner of a database to be thrown away can: without author or trail, and quickly. */
export async function behindTheDoors(ownerUrl: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: triggers } = await client.query<Trigger>(
      `select t.tgrelid::regclass::text as table, quote_ident(t.tgname) as name, t.tgenabled = 'A' as always
       from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.relowner = current_user::regrole`,
    );
    for (const table of new Set(triggers.map(({ table }) => table))) {
      await client.query(`alter table ${table} disable trigger user`);
    }
    for (const statement of statements) await client.query(statement);
    for (const { table, name, always } of triggers) {
      await client.query(`alter table ${table} enable ${always ? "always " : ""}trigger ${name}`);
    }
    await client.query("analyze");
  } finally {
    await client.end();
  }
}
