-- What people are told of. The database writes it in the transaction of what it tells, so that no verb, command or migration to
-- come can forget it, and each stands once for whom it is. It tells of facts of the trail and is none itself: it is outside
-- the trail, and the web's login reads it and nothing more.
CREATE TABLE "notice" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notice_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"of_row" uuid NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"month" date NOT NULL,
	"team_id" uuid,
	"indicator_id" uuid,
	"due" date,
	"told_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone,
	CONSTRAINT "told_once" UNIQUE NULLS NOT DISTINCT("person_id","kind","of_row","team_id","due"),
	CONSTRAINT "notice_kind_is_known" CHECK ("notice"."kind" in ('opened', 'figures due', 'figures overdue', 'commentary due', 'commentary overdue', 'asked', 'reopened', 'approved', 'returned', 'withdrawn', 'lapsed', 'published')),
	CONSTRAINT "notice_first_of_month" CHECK (extract(day from "notice"."month") = 1 and "notice"."month" between '1000-01-01' and '9999-12-01'),
	CONSTRAINT "notice_due_on_a_day" CHECK ("notice"."due" between '1000-01-01' and '9999-12-31')
);
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_scorecard_id_scorecard_id_fk" FOREIGN KEY ("scorecard_id") REFERENCES "public"."scorecard"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "notice_by_person" ON "notice" USING btree ("person_id","position" DESC);
--> statement-breakpoint
CREATE INDEX "notice_unseen" ON "notice" USING btree ("person_id") WHERE "notice"."seen_at" is null;
--> statement-breakpoint

-- How much of what is due in a month from each team that answers for any of it is given, or explained by a symbol. As `isDue`
-- in lib/rules/due.ts has it, which a test holds it to.
create function holding.asked_of_teams(of_scorecard uuid, of_month date) returns table (team_id uuid, due int, given int)
language sql stable as $$
  select o.team_id, count(*)::int, count(a.id) filter (where a.value is not null or a.missing is not null)::int
  from (select i.id from indicator i where i.scorecard_id = of_scorecard offset 0) i
  -- Each by itself, so that it is asked of one indicator, and not of all.
  cross join lateral (select from holding.definition() h
    where h.indicator_id = i.id and of_month between h.first_month and h.last_month offset 0) kept
  cross join lateral (select r.from_month, r.every from holding.due_rule() h join due_rule r on r.id = h.id
    where h.indicator_id = i.id and of_month between h.first_month and h.last_month offset 0) r
  cross join lateral (select t.team_id from holding.team() h join indicator_team t on t.id = h.id
    where h.indicator_id = i.id and of_month between h.first_month and h.last_month offset 0) o
  left join actual a on a.indicator_id = i.id and a.month = of_month
  where ((extract(year from of_month) - extract(year from r.from_month)) * 12
    + extract(month from of_month) - extract(month from r.from_month))::int % r.every = 0
  group by o.team_id
$$;
--> statement-breakpoint

-- Tells those who hold one of some roles now, for a team if it is a team's, or everybody of the scorecard's organisation.
create function public.tell(told public.notice, of_roles text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.notice (person_id, kind, of_row, scorecard_id, month, team_id, indicator_id, due)
  select distinct g.person_id, told.kind, told.of_row, told.scorecard_id, told.month, told.team_id, told.indicator_id, told.due
  from public.role_grant g join public.person p on p.id = g.person_id
  where g.organisation_id = audit.organisation_of(told.scorecard_id) and g.revoked_at is null and p.disabled_at is null
    and (of_roles is null or g.role = any (of_roles) and (g.team_id is null or g.team_id = told.team_id))
    -- Whose act it is knows; but not that an approval lapsed by it.
    and (told.kind = 'lapsed' or g.person_id is distinct from (audit.current_action()).person)
  on conflict do nothing;
end $$;
--> statement-breakpoint

create function public.tell_people() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  told public.notice;
begin
  told.of_row := new.id;
  told.month := new.month;
  if tg_table_name in ('comment_decision', 'lapse') then
    told.indicator_id := new.indicator_id;
    told.team_id := audit.team_of(new.indicator_id, new.month);
    told.scorecard_id := (select i.scorecard_id from public.indicator i where i.id = new.indicator_id);
  else
    told.scorecard_id := new.scorecard_id;
  end if;
  case tg_table_name
  when 'scorecard_month' then
    told.kind := 'opened';
    told.due := new.figures_due;
    for told.team_id in select a.team_id from holding.asked_of_teams(new.scorecard_id, new.month) a loop
      perform public.tell(told, '{team lead}');
    end loop;
  when 'comment_decision' then
    told.kind := new.kind;
    perform public.tell(told, '{team lead}');
  when 'lapse' then
    told.kind := 'lapsed';
    perform public.tell(told, '{team lead,head of service}');
  when 'reopening' then
    told.team_id := new.team_id;
    if tg_op = 'INSERT' and new.asked_at is not null then
      told.kind := 'asked';
      perform public.tell(told, '{head of service,performance officer}');
    end if;
    if new.reopened_at is not null and (tg_op = 'INSERT' or old.reopened_at is null) then
      told.kind := 'reopened';
      perform public.tell(told, '{team lead}');
    end if;
  when 'edition' then
    told.kind := 'published';
    perform public.tell(told, null);
  end case;
  return null;
end $$;
--> statement-breakpoint

-- A month that came with an import has no dates, and asks nobody.
create trigger tell_people after insert on public.scorecard_month for each row when (new.figures_due is not null) execute function public.tell_people();
--> statement-breakpoint
create trigger tell_people after insert on public.comment_decision for each row execute function public.tell_people();
--> statement-breakpoint
create trigger tell_people after insert on public.lapse for each row execute function public.tell_people();
--> statement-breakpoint
create trigger tell_people after insert or update on public.reopening for each row execute function public.tell_people();
--> statement-breakpoint
create trigger tell_people after insert on public.edition for each row execute function public.tell_people();
--> statement-breakpoint
do $$
declare
  told text;
begin
  foreach told in array '{scorecard_month,comment_decision,lapse,reopening,edition}'::text[] loop
    execute format('alter table public.%I enable always trigger tell_people', told);
  end loop;
end $$;
--> statement-breakpoint

-- What a day brings, in the council's own days: three days before a date and after it, the leads are told of figures that
-- are neither given nor explained, and of a return that is not submitted. Each once, however many ask at once and how often.
create function public.tell_what_is_due() returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  told int;
begin
  with open as materialized (
    select m.id, m.scorecard_id, m.month, s.organisation_id, m.figures_due, m.commentary_due, (now() at time zone o.time_zone)::date as today
    from scorecard_month m join scorecard s on s.id = m.scorecard_id join organisation o on o.id = s.organisation_id
    where m.closed_at is null and m.figures_due is not null),
  wanted as materialized (
    select o.*, a.team_id, d.kind, d.due from open o
    cross join lateral (values
      (case when o.figures_due < o.today then 'figures overdue' else 'figures due' end, o.figures_due),
      (case when o.commentary_due < o.today then 'commentary overdue' else 'commentary due' end, o.commentary_due)) d (kind, due)
    cross join lateral holding.asked_of_teams(o.scorecard_id, o.month) a
    where d.due <= o.today + 3
      and case when d.kind like 'figures%' then a.given < a.due else (public.locking_submission(o.scorecard_id, o.month, a.team_id)).id is null end)
  insert into notice (person_id, kind, of_row, scorecard_id, month, team_id, due)
  select g.person_id, w.kind, w.id, w.scorecard_id, w.month, w.team_id, w.due
  from wanted w
  join role_grant g on g.organisation_id = w.organisation_id and g.team_id = w.team_id and g.role = 'team lead' and g.revoked_at is null
  join person p on p.id = g.person_id and p.disabled_at is null
  where not exists (select from notice n
    where n.person_id = g.person_id and n.kind = w.kind and n.of_row = w.id and n.team_id = w.team_id and n.due = w.due)
  order by w.due, w.month, w.team_id, g.person_id
  on conflict do nothing;
  get diagnostics told = row_count;
  return told;
end $$;
--> statement-breakpoint

-- A person's own notices, of the organisation in which they hold a role: of teams for which they still hold one, or of all
-- teams. The tables are found by the caller's search path.
create function holding.notices_of(of_person uuid, in_organisation uuid, of_teams uuid[], of_all boolean)
returns table ("position" bigint, is_seen boolean)
language sql stable as $$
  select n."position", n.seen_at is not null from notice n join scorecard s on s.id = n.scorecard_id
  where n.person_id = of_person and s.organisation_id = in_organisation and (of_all or n.team_id is null or n.team_id = any (of_teams))
$$;
--> statement-breakpoint

create function access.unseen(actor jsonb) returns int
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  teams uuid[] := array(select (r #>> '{team,id}')::uuid from jsonb_array_elements(actor -> 'roles') r where r #>> '{team,id}' is not null);
  all_teams boolean := exists (select from jsonb_array_elements(actor -> 'roles') r where r ->> 'role' = any ('{auditor,performance officer}'));
begin
  if not exists (select from notice n where n.person_id = (actor #>> '{person,id}')::uuid and n.seen_at is null) then
    return 0;
  end if;
  return (select count(*) from holding.notices_of((actor #>> '{person,id}')::uuid, (actor #>> '{organisation,id}')::uuid, teams, all_teams) n
    where not n.is_seen);
end $$;
--> statement-breakpoint

-- Whose session it is has seen these, and this many are left to see; of anybody else's nothing changes.
create function access.see_notices(token text, shown bigint[]) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(see_notices.token);
begin
  if actor is null then
    return null;
  end if;
  update public.notice n set seen_at = now()
  where n."position" = any (shown) and n.person_id = (actor #>> '{person,id}')::uuid and n.seen_at is null;
  return access.unseen(actor);
end $$;
--> statement-breakpoint

-- As it was, with how many notices a person has not seen.
create or replace function access.see(token text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(see.token);
  heads uuid[];
begin
  if actor is not null then
    perform from public.session_touch t
    where t.session_id = (actor ->> 'sessionId')::uuid and t.touched_at < now() - interval '1 minute' for update skip locked;
    if found then
      update public.session_touch set touched_at = now() where session_id = (actor ->> 'sessionId')::uuid;
    end if;
    heads := array(select (r #>> '{team,id}')::uuid from jsonb_array_elements(actor -> 'roles') r where r ->> 'role' = 'head of service');
    if heads <> '{}' then
      actor := actor || jsonb_build_object('waiting', access.waiting_for((actor #>> '{person,id}')::uuid, heads));
    end if;
    actor := actor || jsonb_build_object('unseen', access.unseen(actor));
  end if;
  return actor;
end $$;
--> statement-breakpoint

-- A start misses too what tells people; what they are told is outside the trail by name.
create or replace function audit.unwatched() returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with live as (
    select t.tgrelid, t.tgname from pg_catalog.pg_trigger t where not t.tgisinternal and t.tgenabled = 'A'
  )
  select c.relname::text from pg_catalog.pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and c.relname not in ('limits', 'session_touch', 'notice', 'migration')
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
    ('indicator_definition', 'lapse_approvals'), ('scorecard_label_set', 'lapse_approvals'),
    ('return_submission', 'keep_returns_in_turn'), ('reopening', 'keep_returns_in_turn'), ('reopening', 'keep_fact'),
    ('actual', 'refuse_in_locked_return'), ('comment_revision', 'refuse_in_locked_return'),
    ('scorecard_month', 'tell_people'), ('comment_decision', 'tell_people'), ('lapse', 'tell_people'), ('reopening', 'tell_people'),
    ('edition', 'tell_people')
  ) needed (relation, trigger)
  where not exists (select from live where live.tgrelid = ('public.' || needed.relation)::regclass and live.tgname = needed.trigger)
  union
  -- Another function of a door's name would pass for it.
  select p.pronamespace::regnamespace || '.' || p.proname from pg_catalog.pg_proc p
  where p.pronamespace in ('audit'::regnamespace, 'access'::regnamespace) group by p.pronamespace, p.proname having count(*) > 1
  order by 1
$$;
