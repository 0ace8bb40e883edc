import { behindTheDoors } from "#bench/behind-the-doors";

const pick = (list: string, at: string) => `(${list})[1 + ${at} % array_length(${list}, 1)]`;
const people = "array(select id from person where email like 'lead.%' order by email)";

/** So many more entries, each of an action of its own: figures recorded, and now and then one cleared or refused. */
export function lengthenTrail(ownerUrl: string, entries: number): Promise<void> {
  return behindTheDoors(ownerUrl, [
    `insert into audit.action (id, xid, begun_at, organisation, kind, person, verb, outcome, code)
     select md5('action' || n)::uuid, (n + 7000000)::text::xid8, now() - make_interval(mins => ${entries} - n), o.id,
       'person', ${pick(people, "n")}, case when n % 17 = 0 then 'actual.clear' else 'actual.record' end,
       case when n % 13 = 0 then 'refused' else 'done' end, case when n % 13 = 0 then 'WRONG_STATE' end
     from generate_series(1, ${entries}) n, organisation o`,
    `insert into audit.entry (action, xid, at, organisation, scorecard, team, person, verb, indicator, month, table_name, key,
       row_version, operation, before, after)
     select a.id, a.xid, a.begun_at, a.organisation, i.scorecard_id, i.team_id, a.person, a.verb, i.id,
       '2013-01-01'::date + make_interval(months => n % 12), 'actual', md5('row' || n % 400), n,
       case when n % 13 = 0 then 'refused' else 'changed' end,
       jsonb_build_object('value', n % 100, 'version', n), jsonb_build_object('value', (n + 1) % 100, 'version', n + 1)
     from generate_series(1, ${entries}) n join audit.action a on a.id = md5('action' || n)::uuid
     join (select i.*, t.team_id, row_number() over (order by ref) - 1 as place from indicator i join indicator_team t on t.indicator_id = i.id) i
       on i.place = n / 12 % 16`,
  ]);
}
