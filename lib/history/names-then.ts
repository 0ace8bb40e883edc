import { type SQL, sql } from "drizzle-orm";
import { wordsOf } from "#db/words";

/** Which table a column's id points into; `*_by` is always a person. */
const pointsInto = {
  person_id: "person",
  head_id: "person",
  deputy_id: "person",
  for_person: "person",
  team_id: "team",
  organisation_id: "organisation",
  scorecard_id: "scorecard",
  theme_id: "theme",
  section_id: "section",
  label_set_id: "label_set",
  indicator_id: "indicator",
  import_id: "import",
  band_set_id: "band_set",
  comment_id: "comment",
  revision_id: "comment_revision",
  decision_id: "comment_decision",
  milestone_id: "milestone",
  rule_id: "sign_in_rule",
};

/** What a row was called when the entry `m` was made. */
export const nameThen = (table: string, id: string): SQL =>
  sql.raw(`(select n.after ->> 'name' from audit.entry n
  where n.table_name = '${table}' and n.key = ${id}::text and n.position <= m.position order by n.position desc limit 1)`);

/**
 * By id, what the rows that the images of `m` point at were called when it was made: people, teams, indicators, bands by
 * their first month, a revision by its number, a sign-in rule by whom it is for.
 */
export const namesThen: SQL = sql`(
  select json_object_agg(p.key, case p.into_table
      when 'section' then (n.after ->> 'number') || coalesce(' ' || (n.after ->> 'title'), '')
      when 'indicator' then n.after ->> 'ref'
      when 'import' then ${wordsOf(sql`(n.after ->> 'file_name')`)}
      when 'band_set' then 'from ' || to_char((n.after ->> 'from_month')::date, 'FMMonth YYYY')
      when 'comment' then (select i.ref from indicator i where i.id = (n.after ->> 'indicator_id')::uuid)
        || ', ' || to_char((n.after ->> 'month')::date, 'FMMonth YYYY')
      when 'comment_revision' then n.after ->> 'number'
      when 'sign_in_rule' then '@' || (n.after ->> 'domain') || coalesce(', group ' || (n.after ->> 'in_group'), '')
      when 'milestone' then n.after ->> 'as_typed'
      when 'comment_decision' then 'of ' || to_char((n.after ->> 'decided_at')::timestamptz
        at time zone (select o.time_zone from organisation o where o.id = m.organisation), 'FMDD FMMonth YYYY, HH24:MI')
      else n.after ->> 'name' end)
  from (
    select distinct c.value as key, case when c.key like '%\\_by' then 'person' else ${sql.raw(`'${JSON.stringify(pointsInto)}'`)}::jsonb ->> c.key end as into_table
    from (select * from jsonb_each_text(m.before) union all select * from jsonb_each_text(m.after)) c where c.value is not null) p
  cross join lateral (
    select e.after from audit.entry e
    where e.table_name = p.into_table and e.key = p.key and e.position <= m.position order by e.position desc limit 1) n)`;
