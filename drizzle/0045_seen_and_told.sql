-- The grade that a figure earns in a month, with the bands and the levels that say so: as `earnedGrade` in lib/rules/grade.ts,
-- which a test compares. The tables are found by the caller's search path.
create function holding.earned(of_indicator uuid, of_month date, of_figure numeric)
returns table (band_set_id uuid, label_set_id uuid, levels int, grade int)
language sql stable as $$
  select held.band_set_id, held.label_set_id, held.levels,
    case when of_figure is not null and (select count(*) from band b where b.band_set_id = held.band_set_id) = held.levels - 1 then
      coalesce((select min(b.rank)::int from band b
        where b.band_set_id = held.band_set_id and (of_figure * held.sign > b.edge * held.sign or of_figure = b.edge and not b.strict)), held.levels) end
  from (select bands.id as band_set_id, words.label_set_id, (select count(*)::int from label l where l.label_set_id = words.label_set_id) as levels,
      case definition.direction when 'higher' then 1 else -1 end as sign
    from (select) one
    left join lateral (select h.id from holding.band_set() h
      where h.indicator_id = of_indicator and of_month between h.first_month and h.last_month limit 1) bands on true
    left join lateral (select s.label_set_id from indicator i
      join holding.label_set() h on h.scorecard_id = i.scorecard_id and of_month between h.first_month and h.last_month
      join scorecard_label_set s on s.id = h.id where i.id = of_indicator limit 1) words on true
    left join lateral (select d.direction from holding.definition() h join indicator_definition d on d.id = h.id
      where h.indicator_id = of_indicator and of_month between h.first_month and h.last_month limit 1) definition on true) held
$$;
--> statement-breakpoint

create or replace function audit.earned(of_indicator uuid, of_month date, figure numeric,
  out band_set_id uuid, out label_set_id uuid, out levels int, out grade int)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  select e.band_set_id, e.label_set_id, e.levels, e.grade into band_set_id, label_set_id, levels, grade
  from holding.earned(of_indicator, of_month, figure) e;
end $$;
