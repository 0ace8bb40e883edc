import type { TestDatabase } from "#db/testing/use-database";
import type { World } from "#lib/testing/world";

const filled = [
  "indicator_definition",
  "indicator_team",
  "due_rule",
  "band_set",
  "band",
  "benchmark",
  "milestone",
  "scorecard_month",
  "actual",
  "comment",
  "comment_revision",
  "revision_author",
  "comment_decision",
  "lapse",
  "person",
  "role_grant",
  "session",
  "invitation",
  "import",
  "import_doubt",
] as const;

/**
 * Some 10,000 rows in every table of a council that grows, behind the trail's back and with their entries, as only the
 * owner of a database to be thrown away can. 500 indicators, each with 20 months of everything.
 */
export async function fillTables({ asOwner }: TestDatabase, council: World): Promise<void> {
  const { organisationId, scorecard, teams, people } = council;
  const large = "(select id, ref from indicator where ref like 'L%')";
  const months = "generate_series(date '1990-01-01', date '1991-08-01', interval '1 month')";
  const cells = `${large} i cross join ${months} m`;
  await asOwner(
    [
      ...filled.map((table) => `alter table "${table}" disable trigger user`),
      "alter table indicator disable trigger user",
      "alter table audit.action disable trigger user",
      "alter table audit.entry disable trigger user",
      `insert into indicator (scorecard_id, ref) select '${scorecard.id}', 'L' || n from generate_series(1, 500) n`,
      `insert into indicator_definition (indicator_id, from_month, section_id, position, measure, unit, direction, precision)
       select i.id, m, (select id from section where scorecard_id = '${scorecard.id}'), 1, i.ref, 'count', 'lower', 0 from ${cells}`,
      `insert into indicator_team (indicator_id, from_month, team_id) select i.id, m, '${teams.assessment}' from ${cells}`,
      `insert into due_rule (indicator_id, from_month, every) select i.id, m, 1 from ${cells}`,
      `insert into band_set (indicator_id, from_month) select i.id, m from ${cells}`,
      `insert into band (band_set_id, indicator_id, from_month, rank, as_typed, edge, strict)
       select s.id, s.indicator_id, s.from_month, 1, '5', 5, false from band_set s join ${large} i on i.id = s.indicator_id`,
      `insert into benchmark (indicator_id, from_month, name, value) select i.id, m, 'others', 5 from ${cells}`,
      `insert into milestone (indicator_id, month, as_typed, edge, strict) select i.id, m, '5', 5, false from ${cells}`,
      `insert into scorecard_month (scorecard_id, month) select '${scorecard.id}', m from ${months} m`,
      `insert into actual (indicator_id, month, value) select i.id, m, 5 from ${cells}`,
      `insert into comment (indicator_id, month) select i.id, m from ${cells}`,
      `insert into comment_revision (comment_id, indicator_id, month, number, source, words, written_by, submitted_at, submitted_by)
       select c.id, c.indicator_id, c.month, 1, 'person', encode(sha256('x' || convert_to('Words of ' || c.id, 'UTF8')), 'hex'), '${people.lead}', now(), '${people.lead}'
       from comment c join ${large} i on i.id = c.indicator_id`,
      `insert into revision_author (revision_id, indicator_id, month, person_id)
       select r.id, r.indicator_id, r.month, '${people.lead}' from comment_revision r join ${large} i on i.id = r.indicator_id`,
      `insert into comment_decision (revision_id, indicator_id, month, kind, decided_by, actual_version, figure, band_set_id, label_set_id)
       select r.id, r.indicator_id, r.month, 'approved', '${people.head}', 1, 5, s.id, l.label_set_id
       from comment_revision r join ${large} i on i.id = r.indicator_id
       join band_set s on s.indicator_id = r.indicator_id and s.from_month = r.month
       join scorecard_label_set l on l.scorecard_id = '${scorecard.id}'`,
      `insert into lapse (decision_id, indicator_id, month, cause, figure, lapsed_at, ended_at)
       select d.id, d.indicator_id, d.month, 'figure', 6, now(), now() from comment_decision d join ${large} i on i.id = d.indicator_id`,
      `insert into audit.words (digest, salt, body) select r.words, 'x', 'Words of ' || r.comment_id
       from comment_revision r join ${large} i on i.id = r.indicator_id`,
      `insert into person (email, name) select 'p' || n || '@neighbour.test', 'Person ' || n from generate_series(1, 10000) n`,
      `insert into role_grant (organisation_id, person_id, role)
       select '${organisationId}', id, 'reader' from person where email like 'p%@neighbour.test' and name like 'Person %'`,
      `insert into session (token_hash, person_id, method, expires_at)
       select md5(id::text), id, 'password', now() + interval '1 day' from person where name like 'Person %'`,
      `insert into invitation (person_id, token_hash, expires_at, accepted_at)
       select id, md5(id::text), now() + interval '1 day', now() from person where name like 'Person %'`,
      `insert into import (organisation_id, kind, file_name, content, sha256, bytes)
       select '${organisationId}', 'scorecard', '', '', encode(sha256(n::text::bytea), 'hex'), 1 from generate_series(1, 200) n`,
      `insert into import_doubt (import_id, key, kind, position, about)
       select i.id, n::text, 'unit', n, '' from import i cross join generate_series(1, 50) n where i.bytes = 1`,
      `insert into audit.action (id, xid, begun_at, organisation, kind, person, verb, outcome)
       select md5('a' || n)::uuid, (n + 9000000)::text::xid8, now() - interval '9 years', '${organisationId}', 'person', '${people.lead}', 'actual.record', 'done'
       from generate_series(1, 10000) n`,
      `insert into audit.entry (action, xid, at, organisation, scorecard, team, person, verb, indicator, month, table_name, key, row_version, operation, after)
       select md5('a' || row_number() over ())::uuid, '9000001', now() - interval '9 years', '${organisationId}', '${scorecard.id}', '${teams.assessment}',
         '${people.lead}', 'actual.record', a.indicator_id, a.month, 'actual', a.id::text, 1, 'created', to_jsonb(a)
       from actual a join ${large} i on i.id = a.indicator_id`,
      ...["indicator", ...filled].map((table) => `alter table "${table}" enable trigger user`),
      "alter table audit.action enable trigger user",
      "alter table audit.entry enable trigger user",
    ].join(";\n"),
  );
}
