/** Figures round those that are known, each with its entry in the trail, for every cell that has none. */
export const figures = [
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

/** The grade of a figure by its bands, as the head of service saw it. */
const earned = `(select coalesce(min(x.rank) filter (where case
   when d.direction = 'higher' then a.value > x.edge or (a.value = x.edge and not x.strict)
   else a.value < x.edge or (a.value = x.edge and not x.strict) end), max(x.rank) + 1) from band x where x.band_set_id = b.id)`;

/** A submitted comment on one cell in four, approved; and on every cell of Assessment and Participation in the last two months, waiting. */
export const comments = [
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
  `insert into comment_decision (revision_id, indicator_id, month, kind, decided_by, actual_version, figure, band_set_id, label_set_id, grade)
   select r.id, r.indicator_id, r.month, 'approved', p.id, a.version, a.value, b.id, l.label_set_id, ${earned}
   from comment_revision r join actual a on (a.indicator_id, a.month) = (r.indicator_id, r.month)
   join indicator i on i.id = r.indicator_id join scorecard_label_set l on l.scorecard_id = i.scorecard_id
   join indicator_definition d on d.indicator_id = r.indicator_id left join band_set b on b.indicator_id = r.indicator_id join person p on p.email = 'head@candour.test'
   where r.source = 'person' and r.month < (select max(month) - interval '1 month' from scorecard_month)`,
];
