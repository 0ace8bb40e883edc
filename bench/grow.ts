import { behindTheDoors } from "#bench/behind-the-doors";

/** Tables of which an indicator has rows, each after those that it refers to. */
const ofIndicator = [
  "indicator_definition",
  "indicator_team",
  "due_rule",
  "band_set",
  "band",
  "benchmark",
  "milestone",
];

/** Rows of a table once more for each copy of an indicator: the same in all but whose they are. */
const copyRows = (table: string, copies: number) =>
  `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(
     'id', md5(t.id || '/' || n), 'indicator_id', md5(t.indicator_id || '/' || n)
     ${table === "band" ? ", 'band_set_id', md5(t.band_set_id || '/' || n)" : ""}))).*
   from ${table} t join indicator i on i.id = t.indicator_id and i.id <> all (${copied}) cross join generate_series(1, ${copies}) n
   where exists (select from indicator c where c.id = md5(t.indicator_id || '/' || n)::uuid)`;
const copied = "array(select id from indicator where ref ~ '^[0-9]+[.][0-9]+-[0-9]+$')";

/** Figures round those that are known, each with its entry in the trail, for every cell that has none. */
const figures = [
  `insert into actual (indicator_id, month, value)
   with known as materialized (select distinct on (o.ref) o.ref, a.value from actual a join indicator o on o.id = a.indicator_id
     where a.value is not null order by o.ref, a.month)
   select i.id, m.month, round(greatest(0, least(100, coalesce(k.value, 60) + hashtext(i.id || m.month::text) % 12)), d.precision)
   from indicator i join scorecard_month m on m.scorecard_id = i.scorecard_id join indicator_definition d on d.indicator_id = i.id
   left join known k on k.ref = split_part(i.ref, '-', 1)
   on conflict do nothing`,
  "analyze",
  `insert into audit.action (id, xid, begun_at, organisation, kind, person, verb, outcome)
   select md5('grown' || a.id)::uuid, (8000000 + row_number() over ())::text::xid8, now() - interval '1 year', s.organisation_id, 'person', p.id, 'actual.record', 'done'
   from actual a join indicator i on i.id = a.indicator_id join scorecard s on s.id = i.scorecard_id
   join person p on p.email = 'lead.assessment@candour.test'
   where not exists (select from audit.entry e where e.table_name = 'actual' and e.key = a.id::text)`,
  `insert into audit.entry (action, xid, at, organisation, scorecard, team, person, verb, indicator, month, table_name, key, row_version, operation, after)
   select o.id, o.xid, o.begun_at, o.organisation, i.scorecard_id, t.team_id, o.person, o.verb, a.indicator_id, a.month, 'actual', a.id::text, 1, 'created', to_jsonb(a)
   from actual a join audit.action o on o.id = md5('grown' || a.id)::uuid join indicator i on i.id = a.indicator_id
   join indicator_team t on t.indicator_id = i.id`,
];

const words =
  "'The rise of cell ' || i.ref || ' follows the new rota of the duty team; two vacancies were filled, and cases are checked weekly.'";

/** A submitted comment on one cell in four, approved; and on every cell of Assessment and Participation in the last two months, waiting. */
const comments = [
  `insert into comment (indicator_id, month) select i.id, m.month
   from indicator i join scorecard_month m on m.scorecard_id = i.scorecard_id join indicator_team it on it.indicator_id = i.id
   join team t on t.id = it.team_id, (select max(month) - interval '1 month' as month from scorecard_month) late
   where case when m.month >= late.month then t.slug <> 'workforce' else hashtext(m.month || i.ref) % 4 = 0 end on conflict do nothing`,
  "analyze",
  `insert into audit.words (digest, salt, body)
   select encode(sha256('salt' || convert_to(${words} || c.id, 'UTF8')), 'hex'), 'salt', ${words} || c.id from comment c join indicator i on i.id = c.indicator_id`,
  `insert into comment_revision (comment_id, indicator_id, month, number, source, words, written_by, submitted_at, submitted_by)
   select c.id, c.indicator_id, c.month, 1, 'person', encode(sha256('salt' || convert_to(${words} || c.id, 'UTF8')), 'hex'), p.id, now(), p.id
   from comment c join indicator i on i.id = c.indicator_id join person p on p.email = 'lead.assessment@candour.test'
   where not exists (select from comment_revision r where r.comment_id = c.id)`,
  `insert into revision_author (revision_id, indicator_id, month, person_id)
   select id, indicator_id, month, written_by from comment_revision where source = 'person'`,
  "analyze",
  `insert into comment_decision (revision_id, indicator_id, month, kind, decided_by, actual_version, figure, band_set_id)
   select r.id, r.indicator_id, r.month, 'approved', p.id, a.version, a.value, b.id
   from comment_revision r join actual a on (a.indicator_id, a.month) = (r.indicator_id, r.month)
   left join band_set b on b.indicator_id = r.indicator_id join person p on p.email = 'head@candour.test'
   where r.source = 'person' and r.month < (select max(month) - interval '1 month' from scorecard_month)`,
];

/** Lets the demonstration's scorecard grow to so many months and, by copies of its sixteen, to so many indicators. */
export function grow(
  ownerUrl: string,
  { months, indicators = 16 }: { months: number; indicators?: number },
): Promise<void> {
  const copies = Math.ceil(indicators / 16) - 1;
  return behindTheDoors(ownerUrl, [
    `insert into scorecard_month (scorecard_id, month) select s.id, m from scorecard s,
     generate_series(date '2014-02-01', date '2013-08-01' + make_interval(months => ${months}), interval '1 month') m`,
    `insert into indicator (id, scorecard_id, ref) select md5(id || '/' || n)::uuid, scorecard_id, ref || '-' || n
     from indicator, generate_series(1, ${copies}) n order by n, ref limit ${indicators - 16}`,
    ...ofIndicator.map((table) => copyRows(table, copies)),
    "analyze",
    ...figures,
    ...comments,
  ]);
}
