-- An approval lapses when the figure or the grade that it was given for changes, whatever changed it. That it did is a fact,
-- with its cause and whose act that was, and so is that it holds again. The database enters both when the transaction of
-- the cause ends, so that no verb, command or migration to come can forget it.
ALTER TABLE "comment_decision" ADD CONSTRAINT "decision_of_its_cell" UNIQUE("id","indicator_id","month");
--> statement-breakpoint
CREATE TABLE "lapse" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"decision_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"month" date NOT NULL,
	"cause" text NOT NULL,
	"figure" numeric,
	"missing" text,
	"grade" smallint,
	"band_set_id" uuid,
	"label_set_id" uuid,
	"lapsed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lapsed_by" uuid,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "lapse_cause_is_known" CHECK ("lapse"."cause" in ('figure', 'bands', 'definition', 'levels', 'earlier')),
	CONSTRAINT "lapse_ended_by_somebody" CHECK ("lapse"."ended_by" is null or "lapse"."ended_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "lapse" ADD CONSTRAINT "lapse_label_set_id_label_set_id_fk" FOREIGN KEY ("label_set_id") REFERENCES "public"."label_set"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "lapse" ADD CONSTRAINT "lapse_lapsed_by_person_id_fk" FOREIGN KEY ("lapsed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "lapse" ADD CONSTRAINT "lapse_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "lapse" ADD CONSTRAINT "lapse_of_its_decision" FOREIGN KEY ("decision_id","indicator_id","month") REFERENCES "public"."comment_decision"("id","indicator_id","month") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "lapse" ADD CONSTRAINT "lapse_by_its_indicators_bands" FOREIGN KEY ("band_set_id","indicator_id") REFERENCES "public"."band_set"("id","indicator_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "lapsed_once" ON "lapse" USING btree ("decision_id") WHERE "lapse"."ended_at" is null;
--> statement-breakpoint
CREATE INDEX "lapse_by_cell" ON "lapse" USING btree ("indicator_id","month");
--> statement-breakpoint

select audit.watch('lapse', '{decision_id,indicator_id,month,cause,figure,missing,grade,band_set_id,label_set_id,lapsed_at,lapsed_by}');
--> statement-breakpoint
create trigger keep_fact before update on public.lapse for each row execute function audit.keep_fact('ended_at', 'ended_by');
--> statement-breakpoint
alter table public.lapse enable always trigger keep_fact;
--> statement-breakpoint

-- Of the approvals of some indicators in some months, enters which lapsed and which hold again: as `whyLapsed` in
-- lib/rules/commentary-status.ts compares, which a test holds it to. An approval is the newest decision on its revision.
create function audit.enter_lapses(of_indicators uuid[], first_month date, last_month date, of_cause text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_person uuid := (audit.current_action()).person;
begin
  with newest as materialized (
    select distinct on (d.revision_id) d.* from public.comment_decision d
    where d.indicator_id = any (of_indicators) and d.month between first_month and last_month
    order by d.revision_id, d.decided_at desc),
  judged as materialized (
    select d.id, d.indicator_id, d.month, l.id as open, a.value, a.missing as symbol, e.grade as earns, e.band_set_id as bands, e.label_set_id as words,
      (d.figure, d.missing, d.grade) is distinct from (a.value, a.missing, e.grade)
        or d.grade is not null and (select count(*) from public.label w where w.label_set_id = d.label_set_id) not in (0, e.levels) as is_other
    from newest d
    left join public.actual a on a.indicator_id = d.indicator_id and a.month = d.month
    cross join lateral audit.earned(d.indicator_id, d.month, a.value) e
    left join public.lapse l on l.decision_id = d.id and l.ended_at is null
    where d.kind = 'approved'),
  ended as (
    update public.lapse l set ended_at = now(), ended_by = of_person from judged j where l.id = j.open and not j.is_other)
  insert into public.lapse (decision_id, indicator_id, month, cause, figure, missing, grade, band_set_id, label_set_id, lapsed_by)
  select j.id, j.indicator_id, j.month, of_cause, j.value, j.symbol, j.earns, j.bands, j.words, of_person
  from judged j where j.is_other and j.open is null
  order by j.indicator_id, j.month
  on conflict (decision_id) where ended_at is null do nothing;
end $$;
--> statement-breakpoint

-- When a transaction that changed what a grade is earned by ends: not before, because bands are written after their set. The
-- locks make whoever approves at that moment, or changes the other half of it, come before or after.
create function public.lapse_approvals() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  cause text := tg_argv[0];
  of_indicators uuid[];
  first_month date;
  last_month date := '9999-12-01';
begin
  if cause = 'figure' then
    if tg_op = 'UPDATE' then
      if (old.value, old.missing) is not distinct from (new.value, new.missing) then
        return null;
      end if;
    else
      -- Where no figure stood, there was none to lock: an approval of that locks its revision.
      perform from public.comment_revision r where r.indicator_id = new.indicator_id and r.month = new.month for key share;
    end if;
    if not exists (select from public.comment_decision d where d.indicator_id = new.indicator_id and d.month = new.month) then
      return null;
    end if;
    perform from public.indicator i where i.id = new.indicator_id for share;
    of_indicators := array[new.indicator_id];
    first_month := new.month;
    last_month := new.month;
  elsif cause = 'levels' then
    perform from public.indicator i where i.scorecard_id = new.scorecard_id order by i.id for no key update;
    of_indicators := array(select i.id from public.indicator i where i.scorecard_id = new.scorecard_id);
    -- Before a scorecard's first words its months have those of the first.
    first_month := '0001-01-01';
  else
    perform from public.indicator i where i.id = new.indicator_id for no key update;
    of_indicators := array[new.indicator_id];
    first_month := new.from_month;
  end if;
  perform audit.enter_lapses(of_indicators, first_month, last_month, cause);
  return null;
end $$;
--> statement-breakpoint

do $$
declare
  judged record;
begin
  for judged in values ('actual', 'figure'), ('band_set', 'bands'), ('band', 'bands'), ('indicator_definition', 'definition'), ('scorecard_label_set', 'levels') loop
    execute format('create constraint trigger lapse_approvals after insert or update on public.%I deferrable initially deferred
      for each row execute function public.lapse_approvals(%L)', judged.column1, judged.column2);
    execute format('alter table public.%I enable always trigger lapse_approvals', judged.column1);
  end loop;
end $$;
--> statement-breakpoint

-- What had lapsed by now, nobody entered.
select audit.enter_lapses(array_agg(i.id), '0001-01-01', '9999-12-01', 'earlier') from public.indicator i;
--> statement-breakpoint

create or replace function public.decide_on_submitted_words() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  revision public.comment_revision;
  action audit.action := audit.current_action();
  stands public.actual;
  earned record;
  newest public.comment_decision;
begin
  if new.for_person is distinct from action.on_behalf_of then
    raise exception 'A decision is for whom its action is.' using errcode = 'CD006', detail = 'FALSE_AUTHOR';
  end if;
  select * into revision from public.comment_revision where id = new.revision_id for update;
  if revision.submitted_at is null then
    raise exception 'This revision has not been submitted, so there is nothing to decide.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if revision.withdrawn_at is not null then
    raise exception 'This revision was withdrawn by its author.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  -- What a decision says that it saw is what stands; the lock keeps it standing until the decision does.
  select * into stands from public.actual where indicator_id = new.indicator_id and month = new.month for share;
  if action.kind = 'person' and (new.actual_version, new.figure, new.missing) is distinct from (stands.version, stands.value, stands.missing) then
    raise exception 'This is not the figure that stands there.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  -- The grade is what the figure earns by the bands and levels that hold there: left out, or just that. Who changes those
  -- waits, and looks for this approval then.
  perform from public.indicator i where i.id = new.indicator_id for share;
  select * into earned from audit.earned(new.indicator_id, new.month, stands.value);
  if action.kind = 'person' and coalesce(new.grade::text, new.band_set_id::text, new.label_set_id::text) is null then
    new.grade := earned.grade;
    new.band_set_id := earned.band_set_id;
    new.label_set_id := earned.label_set_id;
  end if;
  if action.kind = 'person' and (new.grade, new.band_set_id, new.label_set_id) is distinct from (earned.grade, earned.band_set_id, earned.label_set_id) then
    raise exception 'This is not the grade that the figure earns.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  select * into newest from public.comment_decision d where d.revision_id = new.revision_id order by d.decided_at desc limit 1;
  if new.kind = 'withdrawn' and newest.kind is distinct from 'approved' then
    raise exception 'This revision is not approved, so there is no approval to withdraw.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if action.kind = 'person' and new.kind <> 'withdrawn' and exists (select from public.comment_revision r
    where r.comment_id = revision.comment_id and r.number > revision.number and r.submitted_at is not null and r.withdrawn_at is null)
  then
    raise exception 'Newer words were submitted in place of these.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  -- A revision is decided on once, unless its approval was withdrawn or has lapsed.
  if action.kind = 'person' and new.kind <> 'withdrawn' and newest.id is not null
    and not (newest.kind = 'withdrawn' and new.kind = 'approved')
    and not (newest.kind = 'approved' and (
      (newest.figure, newest.missing, newest.grade) is distinct from (stands.value, stands.missing, earned.grade)
      or newest.grade is not null and (select count(*) from public.label l where l.label_set_id = newest.label_set_id) not in (0, earned.levels)))
  then
    raise exception 'This revision was decided on already.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if new.kind = 'approved' and (
    new.decided_by in (revision.written_by, revision.submitted_by)
    or new.for_person in (revision.written_by, revision.submitted_by)
    or exists (select from public.revision_author a
      where a.revision_id = new.revision_id and a.person_id in (new.decided_by, new.for_person))
    or exists (select from audit.entry e
      where e.table_name = 'comment_revision' and e.key = new.revision_id::text and e.person in (new.decided_by, new.for_person)
        and e.before ->> 'words' is distinct from e.after ->> 'words')
  ) then
    raise exception 'Nobody approves their own words.' using errcode = 'CD004', detail = 'OWN_WORDS';
  end if;
  return new;
end $$;
--> statement-breakpoint

-- A start misses these too.
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
    ('edition', 'keep_editions_in_turn'), ('edition', 'take_its_cut'),
    ('lapse', 'keep_fact'), ('actual', 'lapse_approvals'), ('band_set', 'lapse_approvals'), ('band', 'lapse_approvals'),
    ('indicator_definition', 'lapse_approvals'), ('scorecard_label_set', 'lapse_approvals')
  ) needed (relation, trigger)
  where not exists (select from live where live.tgrelid = ('public.' || needed.relation)::regclass and live.tgname = needed.trigger)
  union
  -- Another function of a door's name would pass for it.
  select p.pronamespace::regnamespace || '.' || p.proname from pg_catalog.pg_proc p
  where p.pronamespace in ('audit'::regnamespace, 'access'::regnamespace) group by p.pronamespace, p.proname having count(*) > 1
  order by 1
$$;
