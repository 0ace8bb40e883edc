-- What an indicator is says too what a month's figure covers, what it is for, how it is worked out and where it comes from.
ALTER TABLE "indicator_definition" ADD COLUMN "covers" text;
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD COLUMN "purpose" text;
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD COLUMN "calculation" text;
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD COLUMN "data_source" text;
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "purpose_can_be_shown" CHECK (length("indicator_definition"."purpose") <= 2000 and audit.has_visible("indicator_definition"."purpose"));
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "calculation_can_be_shown" CHECK (length("indicator_definition"."calculation") <= 2000 and audit.has_visible("indicator_definition"."calculation"));
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "data_source_can_be_shown" CHECK (length("indicator_definition"."data_source") <= 500 and audit.has_visible("indicator_definition"."data_source"));
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "coverage_is_known" CHECK ("indicator_definition"."covers" in ('the month', 'the year to date', 'the last twelve months', 'as at the month’s end'));
--> statement-breakpoint

-- They never change either.
drop trigger guard_row on public.indicator_definition;
--> statement-breakpoint
create trigger guard_row before insert or update or delete on public.indicator_definition for each row execute function audit.guard_row(
  '{id,indicator_id,from_month,set_at,set_by,section_id,position,measure,unit,direction,precision,action_plan_refs,numerator_label,denominator_label,break_in_series,rebased_because,covers,purpose,calculation,data_source}',
  '{"withdrawn_reason": 1000, "rebased_because": 1000}');
--> statement-breakpoint
alter table public.indicator_definition enable always trigger guard_row;
