import { type Ask, firstOf } from "#lib/audit/verify/ask";

const changed = `select w.digest from audit.words w
  where w.body is not null and w.digest is distinct from encode(sha256(w.salt || convert_to(w.body, 'UTF8')), 'hex') order by 1 limit 100`;

// The columns of free text, as the row triggers were told them.
const columns = `select c.relname as "table", k.key as "column" from pg_trigger t join pg_class c on c.oid = t.tgrelid
  cross join jsonb_object_keys(((string_to_array(encode(t.tgargs, 'escape'), '\\000'))[2])::jsonb) k (key)
  where t.tgname = 'guard_row' and c.relnamespace = 'public'::regnamespace order by 1, 2`;

const missing = `select distinct e.after ->> $2 as digest from audit.entry e
  where e.table_name = $1 and e.after ->> $2 <> '' and not exists (select from audit.words w where w.digest = e.after ->> $2) limit 100`;

const reasons = `select distinct a.reason as digest from audit.action a
  where a.reason <> '' and not exists (select from audit.words w where w.digest = a.reason) limit 100`;

/** Words against the digests under which they are kept; every digest that the trail names is kept. */
export async function checkWords(ask: Ask): Promise<string[]> {
  const others = await ask<{ digest: string }>(changed);
  const gone = await ask<{ digest: string }>(reasons);
  for (const { table, column } of await ask<{ table: string; column: string }>(columns)) {
    gone.push(...(await ask<{ digest: string }>(missing, [table, column])));
  }
  return firstOf(
    [
      ...others.map(({ digest }) => `The words kept under ${digest} are not those that were written.`),
      ...gone.map(({ digest }) => `Words that the trail names are not kept any more: ${digest}.`),
    ],
    "words",
  );
}
