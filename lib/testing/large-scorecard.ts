type AsOwner = (text: string) => Promise<unknown>;

/**
 * A scorecard of so many indicators over so many months up to December 2023, all closed, in an organisation that has
 * another: four to a section, forty to a theme, every figure of the last months given, of all of them if not said otherwise, four milestones each, and where there is an import a
 * comment on every eighth.
 */
export async function largeScorecard(
  asOwner: AsOwner,
  { slug, indicators, months, given = months }: { slug: string; indicators: number; months: number; given?: number },
): Promise<void> {
  const first = `(date '2024-01-01' - interval '${months} months')::date`;
  const large = `(select i.id, i.ref, n from scorecard s join indicator i on i.scorecard_id = s.id,
    lateral (select split_part(i.ref, '.', 1)::int * 4 + split_part(i.ref, '.', 2)::int - 5 as n) as numbered where s.slug = '${slug}')`;
  const month = `generate_series(${first}, date '2023-12-01', interval '1 month')`;
  const commented = `${large} i where i.n % 8 = 0 and exists (select from import)`;
  const words = "'Words on ' || i.ref || ': ' || repeat('the recording of the date has improved. ', 4)";
  await asOwner(
    [
      "select audit.begin_operator('a large scorecard', 'operator.change', (select id from organisation order by slug limit 1))",
      `insert into scorecard (organisation_id, slug, name) select organisation_id, '${slug}', 'Scorecard ${slug}' from scorecard order by slug limit 1`,
      `insert into scorecard_label_set (scorecard_id, from_month, label_set_id)
       select s.id, '1900-01-01', (select l.label_set_id from label l group by 1 having count(*) = 4 order by 1 limit 1) from scorecard s where s.slug = '${slug}'`,
      `insert into theme (scorecard_id, slug, name, position)
       select s.id, 'theme-' || t, 'Theme ' || t, t from scorecard s, generate_series(1, ${Math.ceil(indicators / 40)}) t where s.slug = '${slug}'`,
      `insert into section (scorecard_id, theme_id, number, title)
       select s.id, t.id, n, 'Section ' || n from scorecard s join theme t on t.scorecard_id = s.id,
         generate_series(t.position * 10 - 9, least(t.position * 10, ${Math.ceil(indicators / 4)})) n where s.slug = '${slug}'`,
      `insert into scorecard_month (scorecard_id, month, closed_at) select s.id, m, now() from scorecard s, ${month} m where s.slug = '${slug}'`,
      `insert into indicator (scorecard_id, ref)
       select s.id, (n / 4 + 1) || '.' || (n % 4 + 1) from scorecard s, generate_series(0, ${indicators - 1}) n where s.slug = '${slug}'`,
      `insert into indicator_definition (indicator_id, from_month, section_id, position, measure, unit, direction, precision, action_plan_refs)
       select i.id, ${first}, (select x.id from section x join scorecard s on s.id = x.scorecard_id where s.slug = '${slug}' and x.number = i.n / 4 + 1),
         i.n, '% children subject to a plan of kind ' || i.ref || ', seen within ten days of its start', 'percent', 'higher', 0, '{A4}' from ${large} i`,
      `insert into indicator_team (indicator_id, from_month, team_id) select i.id, ${first}, (select id from team order by slug limit 1) from ${large} i`,
      `insert into due_rule (indicator_id, from_month, every) select i.id, ${first}, 1 from ${large} i`,
      `insert into band_set (indicator_id, from_month) select i.id, ${first} from ${large} i`,
      `insert into band (band_set_id, indicator_id, from_month, rank, as_typed, edge, strict)
       select b.id, b.indicator_id, b.from_month, r, (100 - r * 10) || '+', 100 - r * 10, false
       from band_set b join ${large} i on i.id = b.indicator_id, generate_series(1, 3) r`,
      `insert into benchmark (indicator_id, from_month, name, value) select i.id, ${first}, 'neighbours', 72 from ${large} i`,
      `insert into milestone (indicator_id, month, as_typed, edge, strict)
       select i.id, m, '85+', 85, false from ${large} i, generate_series(date '2023-12-01', '2024-09-01', interval '3 months') m`,
      `insert into actual (indicator_id, month, value)
       select i.id, m, 60 + (i.n * 7 + extract(month from m)::int * 3) % 40 from ${large} i, ${month} m
       where m > date '2023-12-01' - interval '${given} months'`,
      `insert into comment (indicator_id, month) select i.id, '2023-12-01' from ${commented}`,
      `insert into comment_revision (comment_id, indicator_id, month, number, source, import_id, words)
       select c.id, c.indicator_id, c.month, 1, 'import', (select id from import limit 1), ${words}
       from comment c join ${large} i on i.id = c.indicator_id`,
    ].join(";\n"),
  );
}
