ALTER TABLE "indicator_definition" DROP CONSTRAINT "direction_is_known";--> statement-breakpoint
ALTER TABLE "band" ADD COLUMN "far_edge" numeric;--> statement-breakpoint
ALTER TABLE "milestone" ADD COLUMN "far_edge" numeric;--> statement-breakpoint
ALTER TABLE "band" ADD CONSTRAINT "band_range_has_two_ends" CHECK ("band"."far_edge" is null or ("band"."far_edge" not in ('NaN', 'Infinity', '-Infinity') and "band"."far_edge" >= "band"."edge" and not "band"."strict"));--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "direction_is_known" CHECK ("indicator_definition"."direction" in ('higher', 'lower', 'within'));--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_range_has_two_ends" CHECK ("milestone"."far_edge" is null or ("milestone"."far_edge" not in ('NaN', 'Infinity', '-Infinity') and "milestone"."far_edge" >= "milestone"."edge" and not "milestone"."strict"));
--> statement-breakpoint

-- A far edge never changes either.
drop trigger guard_row on public.band;
--> statement-breakpoint
create trigger guard_row before insert or update or delete on public.band for each row execute function audit.guard_row(
  '{id,band_set_id,indicator_id,from_month,rank,as_typed,edge,far_edge,strict}', '{}');
--> statement-breakpoint
alter table public.band enable always trigger guard_row;
--> statement-breakpoint
drop trigger guard_row on public.milestone;
--> statement-breakpoint
create trigger guard_row before insert or update or delete on public.milestone for each row execute function audit.guard_row(
  '{id,indicator_id,month,as_typed,edge,far_edge,strict,set_at,set_by}', '{"withdrawn_reason": 1000}');
--> statement-breakpoint
alter table public.milestone enable always trigger guard_row;
--> statement-breakpoint

-- The grade that a figure earns in a month, with the bands and the levels that say so: as `earnedGrade` in lib/rules/grade.ts,
-- which a test compares. Close to a range it is the best whose range the figure lies in. The tables are found by the caller's
-- search path.
create or replace function holding.earned(of_indicator uuid, of_month date, of_figure numeric)
returns table (band_set_id uuid, label_set_id uuid, levels int, grade int)
language sql stable as $$
  select held.band_set_id, held.label_set_id, held.levels,
    case when of_figure is not null and (select count(*) from band b where b.band_set_id = held.band_set_id) = held.levels - 1 then
      coalesce((select min(b.rank)::int from band b
        where b.band_set_id = held.band_set_id and case held.direction
          when 'within' then of_figure between b.edge and coalesce(b.far_edge, b.edge)
          when 'higher' then of_figure > b.edge or of_figure = b.edge and not b.strict
          else of_figure < b.edge or of_figure = b.edge and not b.strict end), held.levels) end
  from (select bands.id as band_set_id, words.label_set_id, (select count(*)::int from label l where l.label_set_id = words.label_set_id) as levels,
      definition.direction
    from (select) one
    left join lateral (select h.id from holding.band_set() h
      where h.indicator_id = of_indicator and of_month between h.first_month and h.last_month limit 1) bands on true
    left join lateral (select s.label_set_id from indicator i
      join holding.label_set() h on h.scorecard_id = i.scorecard_id and of_month between h.first_month and h.last_month
      join scorecard_label_set s on s.id = h.id where i.id = of_indicator limit 1) words on true
    left join lateral (select d.direction from holding.definition() h join indicator_definition d on d.id = h.id
      where h.indicator_id = of_indicator and of_month between h.first_month and h.last_month limit 1) definition on true) held
$$;
