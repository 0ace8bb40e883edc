-- Who is told that a closed month was opened again, which notices leave the list, and what an approver saw of the month before.
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_is_known";
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_is_known" CHECK ("notice"."kind" in ('opened', 'opened again', 'figures due', 'figures overdue', 'commentary due', 'commentary overdue', 'asked', 'reopened', 'refused', 'approved', 'returned', 'withdrawn', 'lapsed', 'published'));
--> statement-breakpoint

-- As it was, with a month opened again, to the leads and the heads of the teams of which something is due in it.
create or replace function public.tell_people() returns trigger
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
    -- A month that came with an import has no dates, and asks nobody.
    if tg_op = 'INSERT' and new.figures_due is not null then
      told.kind := 'opened';
      told.due := new.figures_due;
      for told.team_id in select a.team_id from holding.asked_of_teams(new.scorecard_id, new.month) a loop
        perform public.tell(told, '{team lead}');
      end loop;
    elsif tg_op = 'UPDATE' and old.closed_at is not null and new.closed_at is null then
      -- It can be opened again more than once: each time is an act with its reason.
      told.kind := 'opened again';
      told.of_row := (audit.current_action()).id;
      for told.team_id in select a.team_id from holding.asked_of_teams(new.scorecard_id, new.month) a loop
        perform public.tell(told, '{team lead,head of service}');
      end loop;
    end if;
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
    if tg_op = 'UPDATE' and new.refused_at is not null and old.refused_at is null then
      told.kind := 'refused';
      perform public.tell(told, '{team lead}');
    end if;
  when 'edition' then
    told.kind := 'published';
    perform public.tell(told, null);
  end case;
  return null;
end $$;
--> statement-breakpoint
drop trigger tell_people on public.scorecard_month;
--> statement-breakpoint
create trigger tell_people after insert or update on public.scorecard_month for each row execute function public.tell_people();
--> statement-breakpoint
alter table public.scorecard_month enable always trigger tell_people;
--> statement-breakpoint

-- As it was, but for what is older than ninety days, which leaves the list: once it was seen, and once its month is published.
-- Its row stays, as what was told.
create or replace function holding.notices_of(of_person uuid, in_organisation uuid, of_teams uuid[], of_all boolean)
returns table ("position" bigint, is_seen boolean)
language sql stable as $$
  select n."position", n.seen_at is not null from notice n join scorecard s on s.id = n.scorecard_id
  where n.person_id = of_person and s.organisation_id = in_organisation and (of_all or n.team_id is null or n.team_id = any (of_teams))
    and (n.told_at > now() - interval '90 days'
      or n.seen_at is null and not exists (select from edition e where e.scorecard_id = n.scorecard_id and e.month = n.month))
$$;
--> statement-breakpoint

-- A decision keeps what stood in the month in which a figure was last due too, which was on its approver's screen.
ALTER TABLE "comment_decision" ADD COLUMN "previous_month" date;
--> statement-breakpoint
ALTER TABLE "comment_decision" ADD COLUMN "previous_figure" numeric;
--> statement-breakpoint
ALTER TABLE "comment_decision" ADD COLUMN "previous_missing" text;
--> statement-breakpoint
ALTER TABLE "comment_decision" ADD CONSTRAINT "decision_previous_first_of_month" CHECK (extract(day from "comment_decision"."previous_month") = 1 and "comment_decision"."previous_month" between '1000-01-01' and '9999-12-01');
--> statement-breakpoint
ALTER TABLE "comment_decision" ADD CONSTRAINT "decision_previous_figure_is_finite" CHECK ("comment_decision"."previous_figure" not in ('NaN', 'Infinity', '-Infinity'));
--> statement-breakpoint
ALTER TABLE "comment_decision" ADD CONSTRAINT "decision_previous_missing_is_known" CHECK ("comment_decision"."previous_missing" in ('x', 'z', 'c'));
--> statement-breakpoint

-- The last month before another in which a figure was due, within a year: as `previousDue` in lib/rules/due.ts, which a test
-- holds it to. The tables are found by the caller's search path.
create function holding.previous_due(of_indicator uuid, of_month date) returns date
language sql stable as $$
  select max(back.month)::date from generate_series(of_month - interval '12 months', of_month - interval '1 month', interval '1 month') back (month)
  join holding.due_rule() h on h.indicator_id = of_indicator and back.month between h.first_month and h.last_month
  join due_rule r on r.id = h.id
  where ((extract(year from back.month) - extract(year from r.from_month)) * 12
    + extract(month from back.month) - extract(month from r.from_month))::int % r.every = 0
$$;
--> statement-breakpoint

-- Whatever is said of it, it is what stands there.
create function public.see_month_before() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  new.previous_month := holding.previous_due(new.indicator_id, new.month);
  select a.value, a.missing into new.previous_figure, new.previous_missing from actual a
  where a.indicator_id = new.indicator_id and a.month = new.previous_month;
  return new;
end $$;
--> statement-breakpoint
create trigger see_month_before before insert on public.comment_decision for each row execute function public.see_month_before();
--> statement-breakpoint
alter table public.comment_decision enable always trigger see_month_before;
--> statement-breakpoint

-- The history is asked for lapses alone too: each scope has an index of them that ends in the position, as of refusals.
CREATE INDEX "lapse_by_organisation" ON "audit"."entry" USING btree ("organisation","position" DESC NULLS FIRST) WHERE "audit"."entry"."table_name" = 'lapse';
--> statement-breakpoint
CREATE INDEX "lapse_by_team" ON "audit"."entry" USING btree ("team","position" DESC NULLS FIRST) WHERE "audit"."entry"."table_name" = 'lapse';
--> statement-breakpoint
CREATE INDEX "lapse_by_person" ON "audit"."entry" USING btree ("person","position" DESC NULLS FIRST) WHERE "audit"."entry"."table_name" = 'lapse';
--> statement-breakpoint

drop function audit.refuse(text, text, text, text, uuid, uuid, date, text, text);
--> statement-breakpoint

-- As it was, with what was tried: the page that was opened, the figure that was given.
create function audit.refuse(token text, verb text, code text, reason text, of_scorecard uuid, of_indicator uuid, of_month date,
  address text, agent text, tried jsonb default null)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash text := access.token_hash(refuse.token);
  of_session public.session;
  of_action audit.action;
  given audit.entry;
begin
  select s.* into of_session from public.session s where s.token_hash = hash;
  if of_session.id is null or not access.is_live(of_session.id) then
    return;
  end if;
  if not exists (select from audit.verb v where v.verb = refuse.verb and v.of_person) then
    raise exception 'Nobody is refused %: there is no such verb.', refuse.verb using errcode = 'CD006', detail = 'FALSE_VERB';
  end if;
  if length(refuse.tried::text) > 1000 or jsonb_typeof(refuse.tried) <> 'object'
    or exists (select from jsonb_each(refuse.tried) of where jsonb_typeof(of.value) <> 'string')
  then
    raise exception 'What was tried is a few words.' using errcode = 'CD009', detail = 'INVALID';
  end if;
  of_action.organisation := access.organisation_of(of_session.person_id);
  of_action.kind := 'person';
  of_action.person := of_session.person_id;
  of_action.session := of_session.id;
  of_action.verb := refuse.verb;
  of_action.reason := refuse.reason;
  of_action.address := refuse.address;
  of_action.agent := refuse.agent;
  of_action.outcome := 'refused';
  of_action.code := refuse.code;
  of_action := audit.open_action(of_action);
  given := audit.entry_of_refusal(of_action, refuse.of_scorecard, refuse.of_indicator, refuse.of_month);
  -- Who is of another organisation was tried, but is not named.
  given.after := case when access.organisation_of((refuse.tried ->> 'person_id')::uuid) = of_action.organisation then refuse.tried
    else refuse.tried - 'person_id' end;
  given := audit.append_entry(given);
end $$;
--> statement-breakpoint

-- A start misses that too.
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
    ('comment_decision', 'refuse_own_words'), ('comment_decision', 'see_month_before'), ('revision_author', 'keep_submitted_authors'),
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
    ('edition', 'tell_people'),
    ('restatement', 'keep_restatements'), ('actual', 'require_restatement'),
    ('role_grant', 'require_own_person'), ('invitation', 'require_own_person'), ('person', 'require_own_person'),
    ('invitation', 'keep_invitations')
  ) needed (relation, trigger)
  where not exists (select from live where live.tgrelid = ('public.' || needed.relation)::regclass and live.tgname = needed.trigger)
  union
  -- Another function of a door's name would pass for it.
  select p.pronamespace::regnamespace || '.' || p.proname from pg_catalog.pg_proc p
  where p.pronamespace in ('audit'::regnamespace, 'access'::regnamespace) group by p.pronamespace, p.proname having count(*) > 1
  order by 1
$$;
