-- In a published month the team's leads write new words for a comment alone whose newest decision says that its words do not
-- stand; and a head of service returns words in any month, open or not.
ALTER TABLE "audit"."verb" ADD COLUMN "or_given_back" boolean DEFAULT false NOT NULL;
--> statement-breakpoint

-- Of a published month, whether the newest decision on a comment returned its words, took their approval back, or has lapsed
-- since: as `doNotStand` in lib/rules/commenting.ts.
create function public.words_do_not_stand(of_indicator uuid, of_month date) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.edition e join public.indicator i on i.scorecard_id = e.scorecard_id where i.id = of_indicator and e.month = of_month)
    and coalesce((select d.kind <> 'approved' or exists (select from public.lapse l where l.decision_id = d.id and l.ended_at is null)
      from public.comment_decision d where d.indicator_id = of_indicator and d.month = of_month order by d.decided_at desc limit 1), false)
$$;
--> statement-breakpoint

drop function audit.require_place(audit.action, uuid, uuid, uuid, date);
--> statement-breakpoint

-- As it was, with the comments that are open in a published month.
create function audit.require_place(action audit.action, in_organisation uuid, in_scorecard uuid, of_team uuid, of_month date, of_indicator uuid) returns void
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
    if not found
      and not (exists (select from audit.verb v where v.verb = action.verb and v.or_given_back) and public.words_do_not_stand(of_indicator, of_month))
    then
      raise exception 'This month is not open.' using errcode = 'CD005', detail = 'MONTH_CLOSED';
    end if;
  end if;
end $$;
--> statement-breakpoint

-- As it was, and tells of which indicator a row is.
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
      case when tg_table_name <> 'scorecard' then of_scorecard end, of_team, case when of_indicator is not null then of_month end, of_indicator);
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

-- As it was, but for published months: what is written there was asked with its place.
create or replace function public.refuse_in_locked_return() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.current_action();
  of_scorecard uuid;
  locking public.return_submission;
begin
  select i.scorecard_id into of_scorecard from public.indicator i where i.id = new.indicator_id;
  if not exists (select from public.return_submission s where s.scorecard_id = of_scorecard and s.month = new.month)
    or not exists (select from audit.verb v where v.verb = action.verb and v.in_open_return)
    or exists (select from public.edition e where e.scorecard_id = of_scorecard and e.month = new.month)
  then
    return null;
  end if;
  locking := public.locking_submission(of_scorecard, new.month, audit.team_of(new.indicator_id, new.month));
  if locking.id is null then
    return null;
  end if;
  if tg_table_name = 'comment_revision' and (select d.kind <> 'approved' and d.decided_at > locking.submitted_at
    from public.comment_decision d where d.indicator_id = new.indicator_id and d.month = new.month order by d.decided_at desc limit 1)
  then
    return null;
  end if;
  raise exception 'The % return for % is submitted, so this is locked. Ask for it to be reopened.',
    (select t.name from public.team t where t.id = locking.team_id), to_char(new.month, 'FMMonth YYYY')
    using errcode = 'CD005', detail = 'WRONG_STATE';
end $$;
