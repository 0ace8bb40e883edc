import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Database } from "#db/client";
import type { VerbRule } from "#db/verbs";
import { verbs } from "#db/verbs";
import type { PersonActor } from "#lib/access/actor";
import type { Verb } from "#lib/access/permissions";

/** A column that points at rows of another table. */
export type Key = { table: string; column: string; target: string };

type Step = { table: string; operation: string; before: Row | null; after: Row };
type Row = Record<string, unknown>;

/** What somebody does by a verb, in the transaction that the door has opened. */
export type Act = {
  actor: PersonActor;
  verb: Verb;
  importId?: string;
  work: (tx: Database, actor: PersonActor) => Promise<unknown>;
};

const nameOf = ({ table, column }: Key) => `${table}.${column}`;

/** Every foreign key of the product's tables, column by column, but those of months, which are dates. */
export async function listKeys(client: pg.Client): Promise<Key[]> {
  const { rows } = await client.query<Key>(
    `select distinct of.relname as table, a.attname as column, target.relname as target
     from pg_constraint k
     join pg_class of on of.oid = k.conrelid join pg_class target on target.oid = k.confrelid
     cross join unnest(k.conkey) number join pg_attribute a on a.attrelid = k.conrelid and a.attnum = number
     where k.contype = 'f' and of.relnamespace = 'public'::regnamespace and a.atttypid = 'uuid'::regtype
     order by 1, 2, 3`,
  );
  return rows;
}

/** The keys of the tables in which some verb makes rows that may point anywhere, and those that some verb changes. */
export const isWritten = ({ table, column }: Key): boolean =>
  (Object.values(verbs) as VerbRule[]).some(({ writes = {} }) => {
    const { makes, changes = [], byDoor = false } = writes[table] ?? {};
    return (makes !== undefined && makes[column] !== null && !byDoor) || changes.includes(column);
  });

/**
 * Does what a person does by a verb once more, row by row, as the owner of the database with that person's session; and
 * before each first row of its kind tries it with each of its keys pointing elsewhere: at a row of another organisation
 * and, where the row is one scorecard's, of another scorecard. Answers the keys that were tried, and those that were taken.
 */
export async function crossings(ownerUrl: string, { actor, verb, importId, work }: Act) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select audit.begin_person($1, $2, null, null, null, null, null, $3)", [
      actor.token,
      verb,
      importId ?? null,
    ]);
    await client.query("savepoint begun");
    await work(drizzle(client), actor);
    const steps = await listSteps(client);
    const elsewhere = await listElsewhere(client);
    const keys = await listKeys(client);
    await client.query("rollback to begun");
    await client.query(withoutUniqueness);
    return await walk(client, steps, keys, elsewhere);
  } finally {
    await client.end();
  }
}

/** Until the rollback: what points elsewhere could be refused because such a row is there already, and not for where it points. */
const withoutUniqueness = `do $$ declare one record; begin
  for one in select i.indexrelid::regclass as index, i.indrelid::regclass as of, k.conname from pg_index i
    join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
    left join pg_constraint k on k.conindid = i.indexrelid and k.contype = 'u'
    where i.indisunique and not i.indisprimary
      and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid)
  loop
    execute case when one.conname is null then format('drop index %s', one.index)
      else format('alter table %s drop constraint %I', one.of, one.conname) end;
  end loop; end $$`;

async function walk(client: pg.Client, steps: readonly Step[], keys: readonly Key[], elsewhere: readonly Elsewhere[]) {
  const [tried, taken] = [new Set<string>(), new Set<string>()];
  const seen = new Set<string>();
  for (const step of steps) {
    const kind = `${step.operation} ${step.table} ${changedIn(step).join()}`;
    for (const key of seen.has(kind) ? [] : keys.filter(({ table }) => table === step.table)) {
      if (!changedIn(step).includes(key.column)) continue;
      const away = elsewhere.filter(
        ({ table, isAbroad }) => table === key.target && (isAbroad || !isOnlyPlace(key, keys)),
      );
      for (const { id } of away) {
        tried.add(nameOf(key));
        if (await isTaken(client, { ...step, after: { ...step.after, [key.column]: id } })) taken.add(nameOf(key));
      }
    }
    seen.add(kind);
    // The row as it was written goes through: so it was where it pointed that was refused.
    await write(client, step);
  }
  return { tried: [...tried], taken: [...taken] };
}

/** Rows to point at: one of each table of each other organisation, and of each other scorecard of one's own. */
type Elsewhere = { table: string; id: string; isAbroad: boolean };

/** What points at one place alone may be at any of one's own. */
const isOnlyPlace = ({ table }: Key, keys: readonly Key[]) =>
  new Set(keys.filter((key) => key.table === table && key.target !== "person").map(({ column }) => column)).size === 1;

async function listElsewhere(client: pg.Client): Promise<Elsewhere[]> {
  const { rows } = await client.query<Elsewhere>(
    `with own as (select action.* from audit.current_action() action)
     select distinct on (e.table_name, e.organisation, e.scorecard) e.table_name as table, e.key as id, e.organisation <> own.organisation as "isAbroad"
     from audit.entry e, own
     where e.operation = 'created' and e.action <> own.id
       and (e.organisation <> own.organisation or e.scorecard is not null and e.scorecard not in (
         select mine.scorecard from audit.entry mine where mine.action = own.id and mine.scorecard is not null))
     order by e.table_name, e.organisation, e.scorecard`,
  );
  return rows;
}

/** The rows that this transaction wrote, with their words. */
async function listSteps(client: pg.Client): Promise<Step[]> {
  const { rows } = await client.query<Step>(
    `select e.table_name as table, e.operation, e.before, e.after from audit.entry e
     where e.action = (audit.current_action()).id order by e.position`,
  );
  const { rows: words } = await client.query<{ digest: string; body: string }>("select digest, body from audit.words");
  const bodies = new Map(words.map(({ digest, body }) => [digest, body]));
  // What names words by their digest is not written as words.
  const isWords = (name: string) => name !== "digest";
  const withWords = (row: Row | null) =>
    row &&
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, isWords(name) ? (bodies.get(String(value)) ?? value) : value]),
    );
  // A secret stands in no image: any other will do.
  const withSecret = ({ table, before, after }: Step): Row =>
    before === null ? { ...after, ...secretsOf[table]?.(after) } : after;
  return inOrder(
    rows.map((step) => ({ ...step, before: withWords(step.before), after: withWords(withSecret(step))! })),
  );
}

/** One statement may make rows and those that point at them, in any order: what is pointed at comes first. */
function inOrder(steps: readonly Step[]): Step[] {
  const made = new Map(steps.filter(({ before }) => !before).map((step) => [step.after.id, step]));
  const placed = new Set<Step>();
  const place = (step: Step) => {
    if (placed.has(step)) return;
    const pointed = Object.entries(step.after).map(([name, value]) => (name === "id" ? undefined : made.get(value)));
    for (const first of pointed) if (first && first !== step) place(first);
    placed.add(step);
  };
  for (const step of steps) place(step);
  return [...placed];
}

const secretsOf: Record<string, (after: Step["after"]) => Step["after"]> = {
  invitation: ({ id }) => ({ token_hash: id }),
  second_factor: () => ({ sealed_secret: "of....none" }),
  recovery_code: () => ({ code_hash: "0".repeat(64) }),
};

const changedIn = ({ before, after }: Step) =>
  Object.keys(after).filter((name) => before === null || String(before[name]) !== String(after[name]));

async function isTaken(client: pg.Client, step: Step): Promise<boolean> {
  await client.query("savepoint crossing");
  const outcome = await write(client, step).then(
    () => true,
    () => false,
  );
  await client.query("rollback to crossing");
  return outcome;
}

async function write(client: pg.Client, step: Step): Promise<void> {
  const changed = changedIn(step);
  // The moment of a fact is stamped when its person is named.
  const isStamped = (name: string) => name.endsWith("_at") && changed.includes(name.replace(/_at$/, "_by"));
  const columns = changed.filter((name) => name !== "version" && !isStamped(name));
  const row = Object.fromEntries(
    Object.entries(step.after).map(([name, value]) => [name, name.endsWith("_at") && value ? "now" : value]),
  );
  const list = columns.map((name) => `"${name}"`).join(", ");
  const given = `jsonb_populate_record(null::"${step.table}", $1)`;
  await client.query(
    step.before === null
      ? `insert into "${step.table}" (${list}) select ${list} from ${given}`
      : `update "${step.table}" set (${list}) = (select ${list} from ${given}) where id = ($1::jsonb ->> 'id')::uuid`,
    [JSON.stringify(row)],
  );
}
