/** A query as the owner. */
export type AsOwner = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

type Watched = { table: string; key: string };

/** The tables under the trail, each with its key's column. */
export async function watchedTables({ asOwner }: { asOwner: AsOwner }): Promise<Watched[]> {
  return (await asOwner(
    `select c.relname as "table", split_part(encode(t.tgargs, 'escape'), '\\000', 1) as key
     from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'record_entry' order by 1`,
  )) as Watched[];
}

/** Rows that are not what the newest entry about them says they became, or are gone: none, when the trail is whole. */
export async function untoldRows(database: { asOwner: AsOwner }): Promise<string[]> {
  const found = await Promise.all(
    (await watchedTables(database)).map(({ table, key }) =>
      database.asOwner(
        `select '${table} ' || coalesce(x."${key}"::text, told.key) as row from public."${table}" x
         full join (select distinct on (e.key) e.key, e.after from audit.entry e
           where e.table_name = '${table}' and e.operation <> 'refused' order by e.key, e.position desc) told on told.key = x."${key}"::text
         where x."${key}" is null or told.after is null or jsonb_populate_record(x, told.after) is distinct from x
         order by 1`,
      ),
    ),
  );
  return found.flat().map(({ row }) => String(row));
}
