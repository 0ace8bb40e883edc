-- What is usual of an indicator is worked out anew from the month of a definition that says why.
ALTER TABLE "indicator_definition" ADD COLUMN "rebased_because" text;
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "rebased_because_of_something" CHECK ("indicator_definition"."rebased_because" <> '');
--> statement-breakpoint

drop trigger guard_row on public.indicator_definition;
--> statement-breakpoint
create trigger guard_row before insert or update or delete on public.indicator_definition for each row execute function audit.guard_row(
  '{id,indicator_id,from_month,set_at,set_by,section_id,position,measure,unit,direction,precision,action_plan_refs,numerator_label,denominator_label,break_in_series,rebased_because}',
  '{"withdrawn_reason": 1000, "rebased_because": 1000}');
--> statement-breakpoint
alter table public.indicator_definition enable always trigger guard_row;
