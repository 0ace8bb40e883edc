-- Editions: a month as it was published, a cut with a name and a number. Nothing of one ever changes.
CREATE TABLE "edition" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"month" date NOT NULL,
	"number" integer DEFAULT 0 NOT NULL,
	"cut" bigint DEFAULT 0 NOT NULL,
	"blockers" jsonb NOT NULL,
	"reason" text,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid NOT NULL,
	CONSTRAINT "edition_number_once" UNIQUE("scorecard_id","month","number"),
	CONSTRAINT "edition_numbers_from_1" CHECK ("edition"."number" >= 1),
	CONSTRAINT "blockers_are_a_list" CHECK (jsonb_typeof("edition"."blockers") = 'array'),
	CONSTRAINT "published_over_blockers_for_a_reason" CHECK (("edition"."blockers" = '[]'::jsonb) = ("edition"."reason" is null) and "edition"."reason" <> '')
);
--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_cut_cut_number_fk" FOREIGN KEY ("cut") REFERENCES "audit"."cut"("number") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_published_by_person_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_of_a_month_of_its_scorecard" FOREIGN KEY ("scorecard_id","month") REFERENCES "public"."scorecard_month"("scorecard_id","month") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint

select audit.watch('edition', '{scorecard_id,month,number,cut,blockers,reason,published_at,published_by}', '{"reason": 1000}');
--> statement-breakpoint

-- Only a closed month is published, its editions are numbered in turn, and an edition names the cut that is taken next:
-- nobody else takes one until this transaction ends.
create function public.keep_editions_in_turn() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.scorecard_month m
  where m.scorecard_id = new.scorecard_id and m.month = new.month and m.closed_at is not null for update;
  if not found then
    raise exception 'Only a closed month is published.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  perform pg_advisory_xact_lock(hashtext('candour cuts'));
  new.number := (select coalesce(max(e.number), 0) + 1 from public.edition e
    where e.scorecard_id = new.scorecard_id and e.month = new.month);
  new.cut := (select coalesce(max(c.number), 0) + 1 from audit.cut c);
  return new;
end $$;
--> statement-breakpoint
create trigger keep_editions_in_turn before insert on public.edition for each row execute function public.keep_editions_in_turn();
--> statement-breakpoint

-- After the edition's own entry, so that its cut holds it.
create function public.take_its_cut() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if audit.take_cut(true) is distinct from new.cut then
    raise exception 'An edition is of the cut that is taken with it.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger take_its_cut after insert on public.edition for each row execute function public.take_its_cut();
--> statement-breakpoint
alter table public.edition enable always trigger keep_editions_in_turn, enable always trigger take_its_cut;
--> statement-breakpoint

-- As it was, and a month that there is an edition of stays closed, whoever asks.
create or replace function public.keep_months_in_turn() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.current_action();
begin
  if tg_op = 'UPDATE' and old.closed_at is not null
    and (old.figures_due, old.commentary_due) is distinct from (new.figures_due, new.commentary_due)
  then
    raise exception 'A closed month keeps its dates.' using errcode = 'CD005', detail = 'MONTH_CLOSED';
  end if;
  if tg_op = 'UPDATE' and old.closed_at is not null and new.closed_at is null
    and exists (select from public.edition e where e.scorecard_id = new.scorecard_id and e.month = new.month)
  then
    raise exception 'A published month is never opened again.' using errcode = 'CD005', detail = 'WRONG_STATE';
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

-- A start misses too what holds the editions.
create or replace function audit.unwatched() returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with live as (
    select t.tgrelid, t.tgname from pg_catalog.pg_trigger t where not t.tgisinternal and t.tgenabled = 'A'
  )
  select c.relname::text from pg_catalog.pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and c.relname not in ('limits', 'session_touch', 'migration')
    and (select count(*) from live where live.tgrelid = c.oid and live.tgname in ('guard_row', 'record_entry', 'refuse_truncate')) < 3
  union
  select of_trail.relation::text
  from (values ('audit.action'::regclass, 3), ('audit.entry', 3), ('audit.words', 2)) of_trail (relation, triggers)
  where (select count(*) from live where live.tgrelid = of_trail.relation and live.tgname in ('require_door', 'refuse_change', 'refuse_truncate')) < of_trail.triggers
  union
  select c.relname || '.' || t.tgname from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
  where c.relnamespace in ('public'::regnamespace, 'audit'::regnamespace) and not t.tgisinternal and t.tgenabled <> 'A'
  union
  select needed.relation || '.' || needed.trigger from (values
    ('comment_decision', 'refuse_own_words'), ('revision_author', 'keep_submitted_authors'),
    ('comment_revision', 'keep_submitted_revision'), ('session', 'keep_fact'), ('role_grant', 'keep_revoked'),
    ('role_grant', 'keep_an_officer'), ('person', 'keep_an_officer'),
    ('invitation', 'keep_fact'), ('import', 'keep_fact'), ('deputy', 'keep_fact'), ('scorecard_label_set', 'keep_fact'),
    ('indicator_definition', 'keep_fact'), ('indicator_team', 'keep_fact'), ('due_rule', 'keep_fact'),
    ('band_set', 'keep_fact'), ('benchmark', 'keep_fact'), ('milestone', 'keep_fact'), ('label_set', 'require_whole_label_set'),
    ('label', 'require_whole_label_set'), ('label', 'keep_levels_in_use'), ('band', 'keep_bands_of_set'), ('band', 'require_whole_bands'),
    ('scorecard_label_set', 'require_label_set'), ('scorecard_label_set', 'require_own_label_set'), ('indicator_team', 'require_own_team'),
    ('indicator_definition', 'require_own_section'), ('comment_revision', 'require_own_import'), ('comment_revision', 'number_in_turn'), ('import', 'require_own_file'),
    ('import_doubt', 'keep_settled_answers'),
    ('scorecard_month', 'keep_months_in_turn'), ('bank_holiday', 'keep_fact'),
    ('edition', 'keep_editions_in_turn'), ('edition', 'take_its_cut')
  ) needed (relation, trigger)
  where not exists (select from live where live.tgrelid = ('public.' || needed.relation)::regclass and live.tgname = needed.trigger)
  union
  -- Another function of a door's name would pass for it.
  select p.pronamespace::regnamespace || '.' || p.proname from pg_catalog.pg_proc p
  where p.pronamespace in ('audit'::regnamespace, 'access'::regnamespace) group by p.pronamespace, p.proname having count(*) > 1
  order by 1
$$;
