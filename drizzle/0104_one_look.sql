-- Who asks is answered in one look at their session, their organisation and their roles, and the organisation is found once:
-- asked for in a join's condition, it was found anew for each organisation that there is.

-- Whether a session still lasts, by the clock and not by when the transaction began.
create function holding.session_lasts(s public.session, touched_at timestamptz, longest_idle interval, o public.organisation) returns boolean
language sql volatile as $$
  select s.ended_at is null
    and least(s.expires_at, s.started_at + make_interval(hours => o.session_hours)) > clock_timestamp()
    and touched_at > clock_timestamp() - least(longest_idle, make_interval(hours => o.session_idle_hours))
$$;
--> statement-breakpoint
create or replace function access.is_live(of_session uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_organisation uuid := access.organisation_of((select s.person_id from public.session s where s.id = of_session));
begin
  return exists (
    select from public.session s
    join public.session_touch t on t.session_id = s.id
    cross join access.session_life life
    left join public.organisation o on o.id = of_organisation
    where s.id = of_session and holding.session_lasts(s, t.touched_at, life.idle, o));
end $$;
--> statement-breakpoint
create or replace function access.organisation_of(of_person uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  theirs uuid[] := array(select distinct g.organisation_id from public.role_grant g where g.person_id = of_person);
  of_organisation uuid := theirs[1];
begin
  if cardinality(theirs) > 1 then
    select g.organisation_id into of_organisation from public.role_grant g where g.person_id = of_person
    order by holding.is_held(g) desc, g.revoked_at desc nulls first, g.granted_at limit 1;
  end if;
  return coalesce(of_organisation, audit.organisation_of(null));
end $$;
--> statement-breakpoint
create or replace function access.actor_of(of_session uuid, of_person uuid, named text, email text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_organisation uuid := access.organisation_of(of_person);
  actor jsonb;
begin
  if of_person is null then
    return null;
  end if;
  select jsonb_build_object(
    'kind', 'person',
    'sessionId', of_session,
    'person', jsonb_build_object('id', of_person, 'name', named, 'email', actor_of.email),
    'organisation', jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'timeZone', o.time_zone),
    'roles', coalesce((
      select jsonb_agg(jsonb_build_object('role', g.role, 'team', case when t.id is not null then
        jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) end) order by g.role, t.name)
      from public.role_grant g left join public.team t on t.id = g.team_id and t.organisation_id = g.organisation_id
      where g.person_id = of_person and g.organisation_id = o.id and holding.is_held(g, (now() at time zone o.time_zone)::date)), '[]'::jsonb))
  into actor
  from public.session s
  join public.session_touch t on t.session_id = s.id
  cross join access.session_life life
  join public.organisation o on o.id = of_organisation
  where s.id = of_session and holding.session_lasts(s, t.touched_at, life.idle, o);
  return access.led_to_enrol(actor);
end $$;
--> statement-breakpoint

-- What a verb may is read once.
create or replace function audit.require_place(action audit.action, in_organisation uuid, in_scorecard uuid, of_team uuid, of_month date, of_indicator uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  may audit.verb;
begin
  if in_organisation <> action.organisation then
    raise exception 'This is of another organisation.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  select v.* into may from audit.verb v where v.verb = action.verb;
  if in_scorecard is not null and may.makes_scorecard then
    perform from audit.entry e
    where e.table_name = 'scorecard' and e.key = in_scorecard::text and e.action = action.id and e.operation = 'created';
    if not found then
      raise exception '% writes in the scorecard that it makes, and in no other.', action.verb using errcode = 'CD006', detail = 'WRONG_SCOPE';
    end if;
  end if;
  if of_month is null then
    return;
  end if;
  if may.verb is null
    or may.of_teams and not exists (select from public.role_grant g
      where g.person_id = coalesce(action.on_behalf_of, action.person) and g.role = any (may.roles)
        and g.team_id = require_place.of_team and holding.is_held(g))
    -- To the day exactly, its door has asked; which team it is for, is asked here.
    or action.on_behalf_of is not null and not exists (select from public.deputy d
      where d.deputy_id = action.person and d.head_id = action.on_behalf_of and d.team_id = require_place.of_team
        and d.withdrawn_at is null and current_date between d.from_day - 1 and d.to_day + 1)
  then
    raise exception 'This is not one of your team’s.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  if may.in_open_month then
    perform from public.scorecard_month m
    where m.scorecard_id = in_scorecard and m.month = of_month and m.closed_at is null for share;
    if not found and not (may.or_given_back and public.words_do_not_stand(of_indicator, of_month)) then
      raise exception 'This month is not open.' using errcode = 'CD005', detail = 'MONTH_CLOSED';
    end if;
  end if;
end $$;
