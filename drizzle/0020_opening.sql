-- Months are opened with two dates, in the order of time, closed and, with a reason, opened again; the working days by which
-- the dates are proposed.
CREATE TABLE "bank_holiday" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"day" date NOT NULL,
	"name" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "bank_holiday_has_a_name" CHECK (btrim("bank_holiday"."name") <> ''),
	CONSTRAINT "bank_holiday_withdrawn_with_reason" CHECK (("bank_holiday"."withdrawn_at" is null) = ("bank_holiday"."withdrawn_reason" is null) and "bank_holiday"."withdrawn_reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "month_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"figures_day" smallint NOT NULL,
	"commentary_day" smallint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "month_rule_organisation_id_unique" UNIQUE("organisation_id"),
	CONSTRAINT "figures_day_within_three_months" CHECK ("month_rule"."figures_day" between 1 and 60),
	CONSTRAINT "commentary_day_within_three_months" CHECK ("month_rule"."commentary_day" between "month_rule"."figures_day" and 60)
);
--> statement-breakpoint
ALTER TABLE "bank_holiday" ADD CONSTRAINT "bank_holiday_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bank_holiday" ADD CONSTRAINT "bank_holiday_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bank_holiday" ADD CONSTRAINT "bank_holiday_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "month_rule" ADD CONSTRAINT "month_rule_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "bank_holiday_once" ON "bank_holiday" USING btree ("organisation_id","day") WHERE "bank_holiday"."withdrawn_at" is null;
--> statement-breakpoint
ALTER TABLE "scorecard_month" ADD CONSTRAINT "both_dates_or_none" CHECK (("scorecard_month"."figures_due" is null) = ("scorecard_month"."commentary_due" is null));
--> statement-breakpoint
ALTER TABLE "scorecard_month" ADD CONSTRAINT "figures_due_after_the_month" CHECK ("scorecard_month"."figures_due" >= "scorecard_month"."month" + interval '1 month');
--> statement-breakpoint
ALTER TABLE "scorecard_month" ADD CONSTRAINT "commentary_due_after_figures" CHECK ("scorecard_month"."commentary_due" >= "scorecard_month"."figures_due");
--> statement-breakpoint
ALTER TABLE "scorecard_month" ADD CONSTRAINT "due_within_a_year" CHECK ("scorecard_month"."commentary_due" < "scorecard_month"."month" + interval '13 months');
--> statement-breakpoint

select audit.watch('month_rule', '{organisation_id}'), audit.watch_set('bank_holiday');
--> statement-breakpoint

-- What a month's verb says is what becomes of it, whatever columns it may write: it is opened with its dates, closed once,
-- opened again for a reason alone, and keeps its dates while it is closed.
create function public.keep_months_in_turn() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.current_action();
begin
  if tg_op = 'UPDATE' and old.closed_at is not null
    and (old.figures_due, old.commentary_due) is distinct from (new.figures_due, new.commentary_due)
  then
    raise exception 'A closed month keeps its dates.' using errcode = 'CD005', detail = 'MONTH_CLOSED';
  end if;
  if action.kind <> 'person' then
    return new;
  end if;
  if action.verb in ('month.open', 'month.reschedule') and new.figures_due is null then
    raise exception 'A month has the dates by which its figures and its commentary are due.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if tg_op = 'UPDATE' and (old.closed_at, old.closed_by) is distinct from (new.closed_at, new.closed_by) then
    if old.closed_at is not null and new.closed_at is not null then
      raise exception 'This month is closed already.' using errcode = 'CD005', detail = 'WRONG_STATE';
    end if;
    if (new.closed_at is null) <> (action.verb = 'month.reopen') then
      raise exception '% neither opens a closed month nor closes an open one so.', action.verb using errcode = 'CD006', detail = 'FALSE_VERB';
    end if;
    if new.closed_at is null and action.reason is null then
      raise exception 'Who reopens a month says why.' using errcode = 'CD005', detail = 'WRONG_STATE';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_months_in_turn before insert or update on public.scorecard_month for each row execute function public.keep_months_in_turn();
--> statement-breakpoint
alter table public.scorecard_month enable always trigger keep_months_in_turn;
