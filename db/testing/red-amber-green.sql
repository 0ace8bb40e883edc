-- A scorecard of three levels with two bands each, put in by SQL alone beside the others of the organisation of the action:
--   begin; select audit.begin_operator('why', 'operator.change', '<organisation>'); \i red-amber-green.sql; commit;
-- November 2013 and before are closed, December is open and empty. Indicator 2.2 has no bands, so its figures earn no grade.
do $$
declare
  of_organisation uuid := (select organisation from audit.current_action());
  first_month date := '2013-09-01';
  levels uuid;
  card uuid;
  early_help uuid;
  help uuid;
  section_ids uuid[];
begin
  insert into label_set (organisation_id, name) values (of_organisation, 'Red, amber, green') returning id into levels;
  insert into label (label_set_id, rank, word, short, shape, tone, asks_for_comment) values
    (levels, 1, 'Green', 'G', 'circle', 'leaf', false),
    (levels, 2, 'Amber', 'A', 'diamond', 'ochre', true),
    (levels, 3, 'Red', 'R', 'octagon', 'brick', true);

  insert into team (organisation_id, slug, name) values (of_organisation, 'early-help', 'Early Help') returning id into early_help;
  insert into scorecard (organisation_id, slug, name) values (of_organisation, 'early-help-scorecard', 'Early help scorecard')
    returning id into card;
  insert into scorecard_label_set (scorecard_id, from_month, label_set_id) values (card, first_month, levels);
  insert into theme (scorecard_id, slug, name, position) values (card, 'help-when-it-is-needed', 'Help when it is needed', 1)
    returning id into help;
  with made as (
    insert into section (scorecard_id, theme_id, number, title) values (card, help, 1, 'Waiting'), (card, help, 2, 'Plans')
      returning id, number)
  select array_agg(id order by number) into section_ids from made;
  insert into scorecard_month (scorecard_id, month, opened_at, closed_at)
    select card, month, now(), case when month < '2013-12-01' then now() end
    from generate_series(first_month, '2013-12-01', interval '1 month') month;

  with given (ref, section, position, measure, unit, direction, decimals) as (values
    ('1.1', 1, 1, 'Families waiting for early help', 'count', 'lower', 0),
    ('1.2', 1, 2, 'Average weeks from referral to first visit', 'average', 'lower', 1),
    ('2.1', 2, 1, '% early help plans in place within 45 days', 'percent', 'higher', 0),
    ('2.2', 2, 2, '% plans with the family’s own words in them', 'percent', 'higher', 0)
  ), made as (
    insert into indicator (scorecard_id, ref) select card, ref from given returning id, ref
  ), answering as (
    insert into indicator_team (indicator_id, from_month, team_id) select id, first_month, early_help from made
  ), due as (
    insert into due_rule (indicator_id, from_month, every) select id, first_month, 1 from made
  )
  insert into indicator_definition (indicator_id, from_month, section_id, position, measure, unit, direction, precision)
    select id, first_month, section_ids[section], position, measure, unit, direction, decimals from made join given using (ref);

  with given (ref, rank, as_typed, edge, strict) as (values
    ('1.1', 2, '10-20', 20, false), ('1.1', 1, 'below 10', 10, true),
    ('1.2', 2, '4-6', 6, false), ('1.2', 1, 'below 4', 4, true),
    ('2.1', 2, '60-79', 60, false), ('2.1', 1, '80+', 80, false)
  ), made as (
    insert into band_set (indicator_id, from_month)
      select distinct i.id, first_month from indicator i join given using (ref) where i.scorecard_id = card
      returning id, indicator_id)
  insert into band (band_set_id, indicator_id, from_month, rank, as_typed, edge, strict)
    select made.id, i.id, first_month, rank, as_typed, edge, strict
    from given join indicator i using (ref) join made on made.indicator_id = i.id where i.scorecard_id = card;

  insert into milestone (indicator_id, month, as_typed, edge, strict)
    select i.id, given.month, as_typed, edge, strict
    from (values
      ('1.1', date '2013-12-01', 'below 10', 10, true), ('1.1', '2014-03-01', 'below 5', 5, true),
      ('2.1', '2013-12-01', '70', 70, false), ('2.1', '2014-03-01', '80', 80, false)
    ) as given (ref, month, as_typed, edge, strict)
    join indicator i using (ref) where i.scorecard_id = card;

  insert into actual (indicator_id, month, value)
    select i.id, given.month, value
    from (values
      ('1.1', date '2013-09-01', 24), ('1.1', '2013-10-01', 18), ('1.1', '2013-11-01', 9),
      ('1.2', '2013-09-01', 6.4), ('1.2', '2013-10-01', 5.2), ('1.2', '2013-11-01', 4.4),
      ('2.1', '2013-09-01', 52), ('2.1', '2013-10-01', 61), ('2.1', '2013-11-01', 74),
      ('2.2', '2013-11-01', 35)
    ) as given (ref, month, value)
    join indicator i using (ref) where i.scorecard_id = card;
end $$;
