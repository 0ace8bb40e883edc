import { behindTheDoors } from "#bench/behind-the-doors";
import { query } from "#bench/query";

/** An entry for every row that a page reads and the trail does not know: what was grown behind its back. */
const tellAll = `do $$
declare
  shown text;
begin
  for shown in select relname from pg_class where relnamespace = 'as_of'::regnamespace and relkind = 'v' loop
    execute format('insert into audit.entry (action, verb, table_name, key, operation, after)
      select (select id from audit.action limit 1), ''system.change'', %L, t.id::text, ''created'', to_jsonb(t) from public.%I t
      where not exists (select from audit.entry e where e.table_name = %L and e.key = t.id::text)', shown, shown, shown);
  end loop;
end $$`;

/** So many more entries of the figures that there are, which leave them as they stand. */
const ofFigures = (entries: number) => `insert into audit.entry
   (action, organisation, scorecard, team, person, verb, indicator, month, table_name, key, row_version, operation, before, after)
   select o.id, o.organisation, i.scorecard_id, t.team_id, o.person, o.verb, a.indicator_id, a.month, 'actual', a.id::text, n, 'changed',
     a.image, a.image || jsonb_build_object('version', n)
   from generate_series(1, ${entries}) n
   join (select x.*, to_jsonb(x) as image, row_number() over (order by id) - 1 as place, count(*) over () as many from actual x) a on a.place = n % a.many
   join indicator i on i.id = a.indicator_id join indicator_team t on t.indicator_id = i.id
   cross join (select * from audit.action where person is not null limit 1) o`;

/** A trail of so many entries, of rows that stand there. Answers the cuts half way and at its end. */
export async function lengthenRows(ownerUrl: string, entries: number): Promise<{ old: number; newest: number }> {
  const cut = async () =>
    Number((await query<{ number: string }>(ownerUrl, "select audit.take_cut() as number"))[0]!.number);
  await behindTheDoors(ownerUrl, [tellAll, ofFigures(Math.floor(entries / 2))]);
  const old = await cut();
  await behindTheDoors(ownerUrl, [ofFigures(Math.ceil(entries / 2))]);
  return { old, newest: await cut() };
}
