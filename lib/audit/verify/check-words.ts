import { type Ask, firstOf } from "#lib/audit/verify/ask";
import { withMarks } from "#lib/rules/direction";
import { wholeNumber } from "#lib/rules/whole-number";

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

const emptied = `select w.digest, said.words from audit.words w
  left join lateral (
    select format('%s texts were lawfully redacted on %s by %s and %s, on the authority of: %s', '%s',
      to_char(r.confirmed_at at time zone o.time_zone, 'FMDD FMMonth YYYY'), one.name, other.name,
      coalesce((select a.body from audit.words a where a.digest = r.authority), '[redacted]')) as words
    from audit.action a
    join audit.entry e on e.action = a.id and e.table_name = 'redaction_place' and e.operation = 'created' and e.after ->> 'digest' = w.digest
    join public.redaction_place p on p.id::text = e.key and p.digest = w.digest
    join public.redaction r on r.id = p.redaction_id and r.confirmed_by = a.person and r.proposed_by <> a.person
    join audit.entry c on c.action = a.id and c.table_name = 'redaction' and c.key = r.id::text and c.after ->> 'confirmed_by' = a.person::text
    join audit.entry f on f.table_name = 'redaction' and f.key = r.id::text and f.operation = 'created' and f.person = r.proposed_by
      and f.action <> a.id and f.after ->> 'proposed_by' = r.proposed_by::text
    join public.organisation o on o.id = r.organisation_id
    join public.person one on one.id = r.proposed_by join public.person other on other.id = r.confirmed_by
    where a.id = w.redacted_by and a.verb = 'words.redact' and a.kind = 'person' and a.outcome = 'done'
    limit 1) said on true
  where w.body is null or w.salt is null order by 1`;

/**
 * Words against the digests under which they are kept; every digest that the trail names is kept. Those that are empty were
 * redacted by two people, each with an action of their own, which is said with the authority; or it is wrong.
 */
export async function checkWords(ask: Ask): Promise<{ wrong: string[]; said: string[] }> {
  const others = await ask<{ digest: string }>(changed);
  const gone = await ask<{ digest: string }>(reasons);
  for (const { table, column } of await ask<{ table: string; column: string }>(columns)) {
    gone.push(...(await ask<{ digest: string }>(missing, [table, column])));
  }
  const empty = await ask<{ digest: string; words: string | null }>(emptied);
  const unlawful = empty.filter(({ words }) => words === null);
  const lawful = Map.groupBy(
    empty.flatMap(({ words }) => words ?? []),
    (words) => words,
  );
  const wrong = firstOf(
    [
      ...others.map(({ digest }) => `The words kept under ${digest} are not those that were written.`),
      ...gone.map(({ digest }) => `Words that the trail names are not kept any more: ${digest}.`),
      ...unlawful.map(
        ({ digest }) => `The words kept under ${digest} were taken out, and not by two people on an authority.`,
      ),
    ],
    "words",
  );
  return {
    wrong,
    said: [...lawful].map(([words, { length }]) => withMarks(words.replace("%s texts were", textsWere(length)))),
  };
}

const textsWere = (count: number) => (count === 1 ? "One text was" : `${wholeNumber(count)} texts were`);
