-- What every page and every save asks of the database first, in fewer and shorter statements; what they answer is the same.

-- A session, if it is live, with its person's organisation: by the clock, by what the operator says, and by what that organisation
-- says where that is sooner. As a table the planner sees into it, as a function verification watches over it.
create function access.live_session(of_session uuid) returns table (person_id uuid, organisation_id uuid)
language sql stable as $$
  select s.person_id, its.organisation_id
  from public.session s
  join public.session_touch t on t.session_id = s.id
  cross join access.session_life life
  cross join lateral (select access.organisation_of(s.person_id) as organisation_id offset 0) its
  left join public.organisation o on o.id = its.organisation_id
  where s.id = of_session and s.ended_at is null
    and least(s.expires_at, s.started_at + make_interval(hours => o.session_hours)) > clock_timestamp()
    and t.touched_at > clock_timestamp() - least(life.idle, make_interval(hours => o.session_idle_hours))
$$;
--> statement-breakpoint

create or replace function access.is_live(of_session uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from access.live_session(of_session));
end $$;
--> statement-breakpoint

drop function access.led_to_enrol(jsonb);
--> statement-breakpoint

create or replace function access.actor_of(of_session uuid, of_person uuid, named text, email text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  wanted text[];
  actor jsonb;
begin
  select o.needs_second_factor, jsonb_build_object(
    'kind', 'person',
    'sessionId', of_session,
    'person', jsonb_build_object('id', of_person, 'name', named, 'email', actor_of.email),
    'organisation', jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'timeZone', o.time_zone),
    'roles', coalesce((
      select jsonb_agg(jsonb_build_object('role', g.role, 'team', case when t.id is not null then
        jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) end) order by g.role, t.name)
      from public.role_grant g left join public.team t on t.id = g.team_id and t.organisation_id = g.organisation_id
      where g.person_id = of_person and g.organisation_id = o.id and holding.is_held(g, (now() at time zone o.time_zone)::date)), '[]'::jsonb))
  into wanted, actor from access.live_session(of_session) s join public.organisation o on o.id = s.organisation_id
  where s.person_id = of_person;
  if wanted is null or not access.has_to_enrol(actor, wanted) then
    return actor;
  end if;
  return actor || jsonb_build_object('roles', '[]'::jsonb, 'mustEnrol', to_jsonb(access.factor_roles(actor, wanted)));
end $$;
--> statement-breakpoint

-- A revision, if it holds words of somebody or was handed in by them: they do not decide on it. To be asked for with `exists`; as a
-- table, the planner sees into it.
create function holding.words_of(of_revision uuid, of_person uuid) returns table (revision_id uuid)
language sql stable as $$
  select a.revision_id from revision_author a where a.revision_id = of_revision and a.person_id = of_person
  union all select r.id from comment_revision r where r.id = of_revision and of_person in (r.written_by, r.submitted_by)
$$;
--> statement-breakpoint

create or replace function access.waiting_for(of_person uuid, of_teams uuid[]) returns integer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return (select count(*) from holding.handed_in(of_teams) h
    where h.since is not null and not exists (select from holding.words_of(h.revision_id, of_person)));
end $$;
--> statement-breakpoint

create or replace function access.waiting_for_deputy(of_person uuid, stands jsonb) returns integer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if stands is null then
    return 0;
  end if;
  return (select count(*) from jsonb_to_recordset(stands) s (head jsonb, team jsonb)
    join holding.handed_in(array(select (each #>> '{team,id}')::uuid from jsonb_array_elements(stands) each)) h on h.team_id = (s.team ->> 'id')::uuid
    where h.since is not null and not exists (select from holding.words_of(h.revision_id, of_person))
      and not exists (select from holding.words_of(h.revision_id, (s.head ->> 'id')::uuid)));
end $$;
--> statement-breakpoint

drop function holding.has_words_of(uuid, uuid);
