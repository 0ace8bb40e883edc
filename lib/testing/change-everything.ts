import type { TestDatabase } from "#db/testing/use-database";
import type { World } from "#lib/testing/world";

/** Changes whatever of a council can change, in every table that a page reads, by a command. */
export async function changeEverything({ asOwner }: TestDatabase, { scorecard, people }: World): Promise<void> {
  const withdrawn = "withdrawn_at = now(), withdrawn_reason = 'All of it was wrong.'";
  await asOwner(`do $$ declare
    new_team uuid; new_set uuid; bands uuid;
    begin perform audit.begin_operator('everything changes');
    update organisation set name = 'Changed council';
    update person set name = 'Changed ' || name, email = 'changed.' || email;
    update team set name = 'Changed ' || name;
    update scorecard set name = 'Changed scorecard';
    update theme set name = 'Changed theme', position = position + 5;
    update section set title = 'Changed section';
    update role_grant set revoked_at = now(), revoked_by = null where person_id = '${people.reader}';
    update actual set value = coalesce(value, 0) + 7, note = 'Changed note', missing = null;
    update milestone set ${withdrawn} where withdrawn_at is null;
    insert into milestone (indicator_id, month, as_typed, edge, strict) select id, '2013-12-01', '1+', 1, false from indicator;
    insert into milestone (indicator_id, month, as_typed, edge, strict) select id, '2014-12-01', '2+', 2, false from indicator;
    update scorecard_month set closed_at = now(), figures_due = '2014-02-01', commentary_due = '2014-02-02' where closed_at is null and month = '2013-12-01';
    insert into scorecard_month (scorecard_id, month) select '${scorecard.id}', '2014-06-01';
    update bank_holiday set ${withdrawn} where withdrawn_at is null;
    insert into bank_holiday (organisation_id, day, name) select id, '2014-03-03', 'Changed holiday' from organisation;
    insert into month_rule (organisation_id, figures_day, commentary_day) select id, 1, 2 from organisation;
    insert into team (organisation_id, slug, name) select organisation_id, 'new-team', 'Changed new team' from scorecard where id = '${scorecard.id}' returning id into new_team;
    update indicator_team set ${withdrawn} where withdrawn_at is null;
    insert into indicator_team (indicator_id, from_month, team_id) select id, '2013-09-01', new_team from indicator where scorecard_id = '${scorecard.id}';
    update indicator_definition set ${withdrawn} where withdrawn_at is null;
    insert into indicator_definition (indicator_id, from_month, section_id, position, measure, unit, direction, precision, action_plan_refs)
      select distinct on (indicator_id) indicator_id, '2013-09-01'::date, section_id, 99 - position, 'Changed measure', 'count', case direction when 'lower' then 'higher' else 'lower' end, 2, '{Z1,Z2}'::text[] from indicator_definition order by indicator_id;
    update band_set set ${withdrawn} where withdrawn_at is null;
    insert into band_set (indicator_id, from_month) select distinct indicator_id, '2013-09-01'::date from band_set;
    insert into band (band_set_id, indicator_id, from_month, rank, as_typed, edge, strict)
      select s.id, s.indicator_id, s.from_month, n, 'changed ' || n, 1000 - n, false from band_set s, generate_series(1, 3) n where s.withdrawn_at is null;
    update due_rule set ended_at = now(), to_month = '2013-11-01' where to_month is null and withdrawn_at is null and from_month <= '2013-11-01';
    insert into benchmark (indicator_id, from_month, name, value) select id, '2013-09-01', 'changed neighbours', 3 from indicator;
    insert into label_set (organisation_id, name) select organisation_id, 'Changed words' from scorecard where id = '${scorecard.id}' returning id into new_set;
    insert into label (label_set_id, rank, word, short, shape, tone, asks_for_comment)
      select new_set, n, 'Changed ' || n, 'C' || n, (array['circle','square','triangle','octagon'])[n], (array['pine','leaf','ochre','brick'])[n], n > 1 from generate_series(1, 4) n;
    insert into scorecard_label_set (scorecard_id, from_month, label_set_id) select '${scorecard.id}', '2013-10-01', new_set;
    insert into indicator (scorecard_id, ref) values ('${scorecard.id}', '9.9');
    end $$`);
}
