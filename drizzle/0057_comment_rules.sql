-- When a comment is required is said by each organisation, from a month on; before it said anything, all four rules hold.
CREATE TABLE "comment_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"from_month" date NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"lowest_levels" smallint,
	"milestone_missed" boolean NOT NULL,
	"grade_changed" boolean NOT NULL,
	"figure_unusual" boolean NOT NULL,
	CONSTRAINT "comment_rule_withdrawn_with_reason" CHECK (("comment_rule"."withdrawn_at" is null) = ("comment_rule"."withdrawn_reason" is null) and "comment_rule"."withdrawn_reason" <> ''),
	CONSTRAINT "comment_rule_from_first_of_month" CHECK (extract(day from "comment_rule"."from_month") = 1 and "comment_rule"."from_month" between '1000-01-01' and '9999-12-01'),
	CONSTRAINT "lowest_of_0_to_6_levels" CHECK ("comment_rule"."lowest_levels" between 0 and 6)
);
--> statement-breakpoint
ALTER TABLE "comment_rule" ADD CONSTRAINT "comment_rule_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "comment_rule" ADD CONSTRAINT "comment_rule_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "comment_rule" ADD CONSTRAINT "comment_rule_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "comment_rule_once_a_month" ON "comment_rule" USING btree ("organisation_id","from_month") WHERE "comment_rule"."withdrawn_at" is null;
--> statement-breakpoint
CREATE INDEX "comment_rule_by_organisation" ON "comment_rule" USING btree ("organisation_id","from_month");
--> statement-breakpoint
select audit.watch_set('comment_rule');
--> statement-breakpoint

-- No month that is closed is asked otherwise afterwards: what was required of it then stays what was.
create function public.keep_comment_rules() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if (audit.current_action()).kind = 'person' and exists (select from scorecard_month m join scorecard s on s.id = m.scorecard_id
    where s.organisation_id = new.organisation_id and m.closed_at is not null and m.month >= new.from_month)
  then
    raise exception 'A month from then on is closed already. Choose a month after it.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_comment_rules before insert or update on public.comment_rule for each row execute function public.keep_comment_rules();
--> statement-breakpoint
alter table public.comment_rule enable always trigger keep_comment_rules;
--> statement-breakpoint

-- A start misses these too: they join the list as it stands.
do $do$
begin
  execute regexp_replace(pg_get_functiondef('audit.unwatched'::regproc), '\s*\) needed \(relation, trigger\)', $needed$,
    ('comment_rule', 'keep_fact'), ('comment_rule', 'keep_comment_rules')
  ) needed (relation, trigger)$needed$);
end $do$;
