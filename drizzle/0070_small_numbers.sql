-- An indicator says from a month on whether small numbers are hidden from readers.
ALTER TABLE "indicator_definition" ADD COLUMN "hides_small" boolean;--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "small_numbers_of_something_counted" CHECK (not "indicator_definition"."hides_small" or ("indicator_definition"."covers" is not null and "indicator_definition"."unit" in ('count', 'percent')));--> statement-breakpoint
CREATE INDEX "definition_that_hides_small" ON "indicator_definition" USING btree ("indicator_id") WHERE "indicator_definition"."hides_small";
--> statement-breakpoint

-- It never changes either.
drop trigger guard_row on public.indicator_definition;
--> statement-breakpoint
create trigger guard_row before insert or update or delete on public.indicator_definition for each row execute function audit.guard_row(
  '{id,indicator_id,from_month,set_at,set_by,section_id,position,measure,unit,direction,precision,action_plan_refs,numerator_label,denominator_label,break_in_series,rebased_because,covers,purpose,calculation,data_source,hides_small}',
  '{"withdrawn_reason": 1000, "rebased_because": 1000}');
--> statement-breakpoint
alter table public.indicator_definition enable always trigger guard_row;
--> statement-breakpoint

-- In which months small numbers of an indicator are hidden as things are, and what a figure covers then, whatever moment
-- the caller looks at: what is hidden today is hidden from readers in earlier editions too.
create function holding.hides_small(of_indicator uuid) returns table (first_month date, last_month date, covers text)
language sql stable set search_path = public as $$
  select h.first_month, h.last_month, d.covers
  from holding.definition() h join public.indicator_definition d on d.id = h.id
  where h.indicator_id = of_indicator and d.hides_small
$$;
