-- After publication an actual changes only by a restatement: a fact beside it, with its category, its reason and what it
-- changed, of the edition that had published it.
CREATE TABLE "restatement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"month" date NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"edition_number" integer NOT NULL,
	"category" text NOT NULL,
	"reason" text NOT NULL,
	"figure_before" numeric,
	"missing_before" text,
	"figure" numeric,
	"missing" text,
	"actual_version" integer NOT NULL,
	"comment_holds" boolean,
	"restated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"restated_by" uuid NOT NULL,
	CONSTRAINT "restatement_first_of_month" CHECK (extract(day from "restatement"."month") = 1 and "restatement"."month" between '1000-01-01' and '9999-12-01'),
	CONSTRAINT "restated_for_a_reason" CHECK ("restatement"."reason" <> ''),
	CONSTRAINT "restatement_category_is_known" CHECK ("restatement"."category" in ('late data', 'error', 'definition change')),
	CONSTRAINT "restated_missing_is_known" CHECK ("restatement"."missing" in ('x', 'z', 'c')),
	CONSTRAINT "restated_from_missing_is_known" CHECK ("restatement"."missing_before" in ('x', 'z', 'c'))
);
--> statement-breakpoint
ALTER TABLE "restatement" ADD CONSTRAINT "restatement_restated_by_person_id_fk" FOREIGN KEY ("restated_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "restatement" ADD CONSTRAINT "restatement_of_its_actual" FOREIGN KEY ("indicator_id","month") REFERENCES "public"."actual"("indicator_id","month") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "restatement" ADD CONSTRAINT "restatement_of_an_edition" FOREIGN KEY ("scorecard_id","month","edition_number") REFERENCES "public"."edition"("scorecard_id","month","number") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "restatement_by_cell" ON "restatement" USING btree ("indicator_id","month");
--> statement-breakpoint
CREATE INDEX "restatement_by_edition" ON "restatement" USING btree ("scorecard_id","month","edition_number");
--> statement-breakpoint

select audit.watch('restatement', '{indicator_id,month,scorecard_id,edition_number,category,reason,figure_before,missing_before,figure,missing,actual_version,comment_holds,restated_at,restated_by}', '{"reason": 1000}');
--> statement-breakpoint

-- It is of what the newest edition of its month published, and says what the actual said before this very act and says since.
-- The month is locked as by everybody who writes in it, so that it is published before or after.
create function public.keep_restatements() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.current_action();
  stands public.actual;
  changed audit.entry;
begin
  if new.scorecard_id is distinct from (select i.scorecard_id from public.indicator i where i.id = new.indicator_id) then
    raise exception 'This indicator is of another scorecard.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  perform from public.scorecard_month m where m.scorecard_id = new.scorecard_id and m.month = new.month for share;
  if new.edition_number is distinct from (select max(e.number) from public.edition e
    where e.scorecard_id = new.scorecard_id and e.month = new.month)
  then
    raise exception 'Only what the newest edition published is restated.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  select * into stands from public.actual a where a.indicator_id = new.indicator_id and a.month = new.month;
  select * into changed from audit.entry e
  where e.indicator = new.indicator_id and e.month = new.month and e.table_name = 'actual' and e.action = action.id
  order by e.position desc limit 1;
  if changed.action is null
    or (new.actual_version, new.figure, new.missing) is distinct from (stands.version, stands.value, stands.missing)
    or (new.figure_before, new.missing_before) is distinct from ((changed.before ->> 'value')::numeric, changed.before ->> 'missing')
  then
    raise exception 'A restatement says what its own act changed.' using errcode = 'CD006', detail = 'FALSE_VERB';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_restatements before insert on public.restatement for each row execute function public.keep_restatements();
--> statement-breakpoint
alter table public.restatement enable always trigger keep_restatements;
--> statement-breakpoint

-- Who restates says so; and that a comment still holds is its approval for what the actual says now. When the transaction
-- ends, since both are written after the actual.
create function public.require_restatement() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (audit.current_action()).verb = 'actual.restate' and not exists (select from public.restatement r
    where r.indicator_id = new.indicator_id and r.month = new.month and r.actual_version = new.version and r.restated_at >= now()
      and (r.comment_holds is not true or exists (select from public.comment_decision d
        where d.indicator_id = r.indicator_id and d.month = r.month and d.kind = 'approved' and d.actual_version = r.actual_version)))
  then
    raise exception 'A published figure changes with its restatement.' using errcode = 'CD006', detail = 'FALSE_VERB';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger require_restatement after insert or update on public.actual deferrable initially deferred
  for each row execute function public.require_restatement();
--> statement-breakpoint
alter table public.actual enable always trigger require_restatement;
