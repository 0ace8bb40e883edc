-- What SQL could still do as each login: a schema whose name ends in a door's passed for it; an import's verb wrote in
-- scorecards that it had not made; a deputy decided for other teams of their head; a lead named others as authors; rows of
-- sessions and doubts crossed organisations; an old snapshot was judged by; and a decision could say a figure that never stood.
ALTER TABLE "audit"."verb" ADD COLUMN "makes_scorecard" boolean DEFAULT false NOT NULL;
--> statement-breakpoint

create or replace function audit.require_door() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  stack text;
begin
  get diagnostics stack = pg_context;
  if stack !~ ('^[^"\n]*[^a-z0-9_."\n]audit\.require_door\(\)[^"\n]*\n' || case tg_table_name
      when 'action' then '[^"\n]*"insert into audit\.action values \(given\.\*\)"\n[^"\n]*[^a-z0-9_."\n]audit\.open_action\(audit\.action\)[^"\n]*\n'
        || '[^"\n]*[^a-z0-9_."\n](audit\.(begin_person|begin_system|begin_operator|begin_migration|refuse|refuse_unsigned|read)|access\.(start_session|refuse_sign_in|accept_invitation))\([^"\n]*(\n|$)'
      else '[^"\n]*"insert into audit\.entry overriding system value values \(given\.\*\)"\n[^"\n]*[^a-z0-9_."\n]audit\.append_entry\(audit\.entry\)[^"\n]*\n'
        || '[^"\n]*[^a-z0-9_."\n](audit\.(record_entry|refuse|refuse_unsigned|read)|access\.refuse_sign_in)\([^"\n]*(\n|$)'
    end)
  then
    raise exception 'The audit trail is written by its doors, never by hand.' using errcode = 'CD001', detail = 'NO_AUTHOR';
  end if;
  return new;
end $$;
--> statement-breakpoint

create or replace function audit.open_action(given audit.action) returns audit.action
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('transaction_isolation') not in ('read committed', 'serializable') then
    raise exception 'What is written is judged as things are now, and not as they were when a transaction began.'
      using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  given.id := gen_random_uuid();
  given.xid := pg_current_xact_id();
  given.begun_at := transaction_timestamp();
  given.database_role := session_user;
  if given.reason is not null then
    given.reason := audit.keep_words(given.reason, null, 2000);
  end if;
  given.address := left(given.address, 100);
  given.agent := left(given.agent, 300);
  insert into audit.action values (given.*);
  return given;
end $$;
--> statement-breakpoint

create or replace function audit.require_place(action audit.action, in_organisation uuid, in_scorecard uuid, of_team uuid, of_month date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if in_organisation <> action.organisation then
    raise exception 'This is of another organisation.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  if in_scorecard is not null and exists (select from audit.verb v where v.verb = action.verb and v.makes_scorecard)
    and not exists (select from audit.entry e where e.table_name = 'scorecard' and e.key = in_scorecard::text and e.action = action.id and e.operation = 'created')
  then
    raise exception '% writes in the scorecard that it makes, and in no other.', action.verb using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  if of_month is null then
    return;
  end if;
  perform from audit.verb v
  where v.verb = action.verb
    and (not v.of_teams or exists (select from public.role_grant g
      where g.person_id = coalesce(action.on_behalf_of, action.person) and g.role = any (v.roles)
        and g.team_id = require_place.of_team and g.revoked_at is null))
    -- To the day exactly, its door has asked; which team it is for, is asked here.
    and (action.on_behalf_of is null or exists (select from public.deputy d
      where d.deputy_id = action.person and d.head_id = action.on_behalf_of and d.team_id = require_place.of_team
        and d.withdrawn_at is null and current_date between d.from_day - 1 and d.to_day + 1));
  if not found then
    raise exception 'This is not one of your team’s.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  if exists (select from audit.verb v where v.verb = action.verb and v.in_open_month) then
    perform from public.scorecard_month m
    where m.scorecard_id = in_scorecard and m.month = of_month and m.closed_at is null for share;
    if not found then
      raise exception 'This month is not open.' using errcode = 'CD005', detail = 'MONTH_CLOSED';
    end if;
  end if;
end $$;
--> statement-breakpoint

create or replace function audit.record_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  action audit.action := audit.require_action(tg_table_name);
  given audit.entry;
  hidden text[] := tg_argv[1];
  before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  after jsonb := to_jsonb(new);
  of_indicator uuid := case when tg_table_name = 'indicator' then (after ->> 'id')::uuid else (after ->> 'indicator_id')::uuid end;
  of_month date := coalesce(after ->> 'month', after ->> 'from_month')::date;
  of_scorecard uuid := case when tg_table_name = 'scorecard' then (after ->> 'id')::uuid else (after ->> 'scorecard_id')::uuid end;
  of_team uuid := case when tg_table_name = 'team' then (after ->> 'id')::uuid else (after ->> 'team_id')::uuid end;
  of_organisation uuid := coalesce(action.organisation,
    case when tg_table_name = 'organisation' then (after ->> 'id')::uuid else (after ->> 'organisation_id')::uuid end);
begin
  if tg_table_schema <> 'public' then
    perform audit.require_product_table(tg_table_schema);
  end if;
  if before = after then
    return null;
  end if;
  if of_indicator is not null then
    select scorecard_id into of_scorecard from public.indicator where id = of_indicator;
    of_team := coalesce(of_team, audit.team_of(of_indicator, of_month));
  end if;
  if action.kind in ('person', 'system') then
    perform audit.require_place(action, coalesce((after ->> 'organisation_id')::uuid,
        case when of_scorecard is not null then audit.organisation_of(of_scorecard)
          when tg_table_name = 'import_doubt' then (select i.organisation_id from public.import i where i.id = (after ->> 'import_id')::uuid)
          when tg_table_name = 'session' then access.organisation_of((after ->> 'person_id')::uuid) end),
      case when tg_table_name <> 'scorecard' then of_scorecard end, of_team, case when of_indicator is not null then of_month end);
  end if;
  given.action := action.id;
  given.organisation := coalesce(of_organisation, audit.organisation_of(of_scorecard));
  given.scorecard := of_scorecard;
  given.team := of_team;
  given.person := action.person;
  given.verb := action.verb;
  given.indicator := of_indicator;
  given.month := of_month;
  given.table_name := tg_table_name;
  given.key := after ->> tg_argv[0];
  given.row_version := after ->> 'version';
  given.operation := case when tg_op = 'INSERT' then 'created' else 'changed' end;
  given.before := before - hidden;
  given.after := after - hidden;
  given := audit.append_entry(given);
  return null;
end $$;
--> statement-breakpoint

create or replace function public.keep_submitted_authors() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  revision public.comment_revision;
  action audit.action := audit.current_action();
begin
  select * into revision from public.comment_revision where id = new.revision_id for share;
  if revision.submitted_at is not null then
    raise exception 'A submitted revision never changes; write a new one.' using errcode = 'CD003', detail = 'KEPT';
  end if;
  if action.kind = 'person' and new.person_id is distinct from action.person and not exists (select from public.revision_author a
    where a.indicator_id = new.indicator_id and a.month = new.month and a.person_id = new.person_id)
  then
    raise exception 'Whoever writes names themselves, and who wrote there before.' using errcode = 'CD006', detail = 'FALSE_AUTHOR';
  end if;
  return new;
end $$;
--> statement-breakpoint

create or replace function public.decide_on_submitted_words() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  revision public.comment_revision;
  action audit.action := audit.current_action();
  stands public.actual;
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
  if new.kind = 'withdrawn' and 'approved' is distinct from (select d.kind from public.comment_decision d
    where d.revision_id = new.revision_id order by d.decided_at desc limit 1)
  then
    raise exception 'This revision is not approved, so there is no approval to withdraw.' using errcode = 'CD005', detail = 'WRONG_STATE';
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

create or replace function public.keep_submitted_revision() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (old.submitted_at is not null or old.source = 'import')
    and to_jsonb(old) - '{withdrawn_at,withdrawn_by,version}'::text[] is distinct from to_jsonb(new) - '{withdrawn_at,withdrawn_by,version}'::text[]
    or old.withdrawn_at is not null and (old.withdrawn_at, old.withdrawn_by) is distinct from (new.withdrawn_at, new.withdrawn_by)
  then
    raise exception 'A submitted revision never changes; write a new one.' using errcode = 'CD003', detail = 'KEPT';
  end if;
  if old.words <> new.words and old.written_at = new.written_at then
    raise exception 'Words are changed by somebody: say who writes them.' using errcode = 'CD006', detail = 'FALSE_AUTHOR';
  end if;
  if old.withdrawn_by is null and new.withdrawn_by is not null
    and exists (select from public.comment_decision d where d.revision_id = new.id)
  then
    raise exception 'This revision was decided on, so it cannot be withdrawn.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  return new;
end $$;
