-- Who signs in by a password and has to have a second factor beside it may nothing until they do, but set it up and sign out:
-- they hold no role, so every door that goes by one is closed, and those that are anybody's ask for this.

-- By which of their roles somebody needs a second factor; who stands in for a head of service decides as one.
create function access.factor_roles(actor jsonb, wanted text[]) returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select array(
    select held.role from (
      select r ->> 'role' as role from jsonb_array_elements(actor -> 'roles') r
      union
      select 'head of service' where 'head of service' = any (wanted) and access.with_standing(actor) ? 'standsFor') held
    where held.role = any (wanted) order by held.role)
$$;
--> statement-breakpoint

-- Whether their session is to be led to set one up by such a rule. Whom an issuer vouched for, it has asked for whatever it asks for;
-- a command runs on the server.
create function access.has_to_enrol(actor jsonb, wanted text[]) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select wanted is not null
    and not exists (select from public.session s where s.id = (actor ->> 'sessionId')::uuid and s.method in ('openid', 'command'))
    and not access.has_second_factor((actor #>> '{person,id}')::uuid)
    and access.factor_roles(actor, wanted) <> '{}'
$$;
--> statement-breakpoint

create function access.led_to_enrol(actor jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  wanted text[] := o.needs_second_factor from public.organisation o where o.id = (actor #>> '{organisation,id}')::uuid;
begin
  if wanted is null or not access.has_to_enrol(actor, wanted) then
    return actor;
  end if;
  return actor || jsonb_build_object('roles', '[]'::jsonb, 'mustEnrol', to_jsonb(access.factor_roles(actor, wanted)));
end $$;
--> statement-breakpoint

create function access.require_enrolled(actor jsonb) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if actor ? 'mustEnrol' then
    raise exception 'Your role needs a second factor first. Set it up under Your account, then do this.' using errcode = 'CD006', detail = 'NO_FACTOR';
  end if;
end $$;
--> statement-breakpoint

-- Each as it was, and so.
do $do$
declare
  changed record;
  was text;
begin
  for changed in select * from (values
    ('access.actor_of', 'return actor;', 'return access.led_to_enrol(actor);'),
    ('access.with_standing', 'if not exists (select from deputy', $$if actor ? 'mustEnrol' or not exists (select from deputy$$),
    ('access.see_notices', 'if actor is null then', $$if actor is null or actor ? 'mustEnrol' then$$),
    ('audit.begin_person', '  perform from public.session_touch t where',
      $$  if begin_person.verb not in ('second_factor.enrol', 'second_factor.confirm', 'session.end') then
    perform access.require_enrolled(actor);
  end if;
  perform from public.session_touch t where$$),
    ('files.cancel', '  if not exists (select from files.kept_file k where k.id = cancel.file and', '  perform access.require_enrolled(actor);
  if not exists (select from files.kept_file k where k.id = cancel.file and'),
    ('public.keep_settings', '  if new.time_zone <> old.time_zone',
      $$  if new.needs_second_factor is distinct from old.needs_second_factor
    and access.has_to_enrol(access.actor_of(action.session, action.person, '', ''), new.needs_second_factor)
  then
    raise exception 'Your own role would need a second factor, and you have none: set yours up first, under Your account.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if new.time_zone <> old.time_zone$$),
    ('public.keep_second_factors', $$  if action.verb <> 'second_factor.reset' or$$,
      $$  if action.verb = 'second_factor.remove' and new.ended_at is not null and old.ended_at is null
    and access.factor_roles(access.actor_of(action.session, action.person, '', ''),
      (select o.needs_second_factor from public.organisation o where o.id = action.organisation)) <> '{}'
  then
    raise exception 'Your role needs a second factor, so yours stays. For another phone, ask another performance officer to reset it.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if action.verb <> 'second_factor.reset' or$$)
  ) as f (name, part, becomes)
  loop
    was := pg_get_functiondef(changed.name::regproc);
    if length(was) - length(replace(was, changed.part, '')) <> length(changed.part) then
      raise exception '% is not as it was.', changed.name;
    end if;
    execute replace(was, changed.part, changed.becomes);
  end loop;
end $do$;
--> statement-breakpoint

-- As it was, with a list that may be none: what was written before there was such a list had none either.
do $do$
begin
  execute replace(pg_get_functiondef('as_of.column_of'::regproc), $was$    when a.attndims > 0 then$was$,
    $is$    when a.attndims > 0 and not a.attnotnull
      then format('(case when jsonb_typeof(e.after -> %1$L) = ''array'' then array(select jsonb_array_elements_text(e.after -> %1$L)) end)::%2$s as %3$I', a.attname, format_type(a.atttypid, null), a.attname)
    when a.attndims > 0 then$is$);
end $do$;
