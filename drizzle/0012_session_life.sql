-- A session ends when it was not used for a while, and after a day's work however it was used. How long, every start says
-- again (CANDOUR_SESSION_IDLE_HOURS, CANDOUR_SESSION_HOURS); the application's login can neither change nor outlive it.
create table access.session_life (
  idle interval not null check (idle > '0'),
  longest interval not null check (longest >= idle),
  is_only boolean primary key default true check (is_only)
);
--> statement-breakpoint

insert into access.session_life (idle, longest) values ('8 hours', '12 hours');
--> statement-breakpoint

-- From now on each session has when it was seen last from its start on.
insert into public.session_touch (session_id, touched_at)
select s.id, s.started_at from public.session s on conflict (session_id) do nothing;
--> statement-breakpoint

-- Whether a session opens anything: neither ended, nor past its time, nor unused for too long.
create function access.is_live(of_session uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
    select from public.session s
    join public.session_touch t on t.session_id = s.id
    cross join access.session_life life
    where s.id = of_session and s.ended_at is null and s.expires_at > now() and t.touched_at > now() - life.idle);
end $$;
--> statement-breakpoint

-- Both doors of a person, access.actor and audit.begin_person, ask here who stands behind the session they found.
create or replace function access.actor_of(of_session uuid, of_person uuid, named text, email text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_organisation uuid;
  actor jsonb;
begin
  if of_person is null or not access.is_live(of_session) then
    return null;
  end if;
  of_organisation := access.organisation_of(of_person);
  select jsonb_build_object(
    'kind', 'person',
    'sessionId', of_session,
    'person', jsonb_build_object('id', of_person, 'name', named, 'email', actor_of.email),
    'organisation', jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'timeZone', o.time_zone),
    'roles', coalesce((
      select jsonb_agg(jsonb_build_object('role', g.role, 'team', case when t.id is not null then
        jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) end) order by g.role, t.name)
      from public.role_grant g left join public.team t on t.id = g.team_id and t.organisation_id = g.organisation_id
      where g.person_id = of_person and g.organisation_id = o.id and g.revoked_at is null), '[]'::jsonb))
  into actor from public.organisation o where o.id = of_organisation;
  return actor;
end $$;
--> statement-breakpoint

-- The person behind a live session, who is seen by this, at most once a minute; it never waits to say so. A session that
-- was not used for too long is not seen again.
create function access.see(token text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(see.token);
begin
  if actor is not null then
    perform from public.session_touch t
    where t.session_id = (actor ->> 'sessionId')::uuid and t.touched_at < now() - interval '1 minute' for update skip locked;
    if found then
      update public.session_touch set touched_at = now() where session_id = (actor ->> 'sessionId')::uuid;
    end if;
  end if;
  return actor;
end $$;
--> statement-breakpoint

-- Why a session that somebody holds the token of is over, for the page on which they sign in anew; null for one that is
-- live, and for no session.
create function access.why_ended(token text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash text := access.token_hash(why_ended.token);
  told jsonb;
begin
  select case
    when s.ended_at is not null then jsonb_build_object('why', 'ended')
    when least(s.expires_at, t.touched_at + life.idle) > now() then null
    when t.touched_at + life.idle < s.expires_at then
      jsonb_build_object('why', 'idle', 'hours', extract(epoch from life.idle) / 3600)
    else jsonb_build_object('why', 'longest', 'hours', round(extract(epoch from s.expires_at - s.started_at) / 3600)) end
  into told
  from public.session s
  join public.session_touch t on t.session_id = s.id
  cross join access.session_life life
  where s.token_hash = hash;
  return told;
end $$;
--> statement-breakpoint

-- The same door, which lets no session begin that is to last longer than any may.
create or replace function access.start_session(of_person uuid, method text, token text, expires_at timestamptz, address text, agent text)
returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  session_id uuid;
  given audit.action;
begin
  perform from public.person p where p.id = of_person and p.disabled_at is null for share;
  if not found then
    raise exception 'This person cannot sign in.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  given.organisation := access.organisation_of(of_person);
  given.kind := 'sign-in';
  given.person := of_person;
  given.verb := 'session.start';
  given.address := start_session.address;
  given.agent := start_session.agent;
  given.outcome := 'done';
  given := audit.open_action(given);
  insert into public.session (token_hash, person_id, method, expires_at)
  select access.token_hash(start_session.token), of_person, start_session.method, least(start_session.expires_at, now() + life.longest)
  from access.session_life life
  returning id into session_id;
  insert into public.session_touch (session_id, touched_at) values (session_id, now());
  return session_id;
end $$;
