-- A role may begin on a day and end with one, of its organisation's own zone. Whether it is held is asked at every door, by one
-- function, so that it begins and ends by itself, also in the middle of an open form.

-- Which day it is for an organisation, now, whatever moment the caller looks at.
create function holding.today(in_organisation uuid) returns date
language sql stable as $$
  select (now() at time zone o.time_zone)::date from public.organisation o where o.id = in_organisation
$$;
--> statement-breakpoint

-- Whether a row of role_grant is held on a day, of the present or of a past moment: both have a type of their own.
create function holding.is_held(g anyelement, on_day date) returns boolean
language sql immutable as $$
  select g.revoked_at is null and daterange(g.from_day, g.to_day, '[]') @> on_day
$$;
--> statement-breakpoint
create function holding.is_held(g anyelement) returns boolean
language sql stable as $$
  select holding.is_held(g, holding.today(g.organisation_id))
$$;
--> statement-breakpoint

-- When it begins is of what a grant is; when it ends may be said later.
drop trigger guard_row on public.role_grant;
--> statement-breakpoint
create trigger guard_row before insert or update or delete on public.role_grant for each row execute function audit.guard_row(
  '{id,organisation_id,person_id,role,team_id,granted_at,granted_by,from_day}', '{}');
--> statement-breakpoint
alter table public.role_grant enable always trigger guard_row;
--> statement-breakpoint

-- One role of a kind at a time. It is granted from today at the earliest, and its end is only brought nearer: whoever is to
-- hold it for longer is granted it anew, by somebody else. What is over stays as it was.
create function public.keep_role_days() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  by_person boolean := (audit.require_action(tg_table_name)).kind = 'person';
  zone text := (select o.time_zone from public.organisation o where o.id = new.organisation_id);
  today date := (now() at time zone zone)::date;
begin
  if by_person and (tg_op = 'INSERT' and new.from_day < today
    or new.to_day < today and (tg_op = 'INSERT' or (new.to_day, new.revoked_at) is distinct from (old.to_day, old.revoked_at)))
  then
    raise exception 'A role begins today or later, and ends today or later: no day that has passed.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if new.to_day < new.from_day then
    raise exception 'A role ends on its first day or after it.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if tg_op = 'UPDATE' then
    if new.to_day is distinct from old.to_day and (old.revoked_at is not null or new.to_day is null or new.to_day > old.to_day) then
      raise exception 'The end of a role is only brought nearer: to be held for longer, it is granted anew from the day after.' using errcode = 'CD003', detail = 'KEPT';
    end if;
    return new;
  end if;
  perform from public.person p where p.id = new.person_id for no key update;
  if exists (select from public.role_grant g
    where g.person_id = new.person_id and g.organisation_id = new.organisation_id and g.role = new.role and g.team_id is not distinct from new.team_id
      and g.revoked_at is null and daterange(least(coalesce(g.from_day, (g.granted_at at time zone zone)::date), g.to_day), g.to_day, '[]')
        && daterange(least(coalesce(new.from_day, today), new.to_day), new.to_day, '[]'))
  then
    raise exception 'This role is held on some of these days already.' using errcode = 'CD005', detail = 'CONFLICT';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_role_days before insert or update on public.role_grant for each row execute function public.keep_role_days();
--> statement-breakpoint
alter table public.role_grant enable always trigger keep_role_days;
--> statement-breakpoint

-- An end to come takes an officer away as a revocation does.
drop trigger keep_an_officer on public.role_grant;
--> statement-breakpoint
create trigger keep_an_officer before update on public.role_grant for each row
when (old.revoked_at is null and (new.revoked_at is not null or old.to_day is null and new.to_day is not null))
execute function public.keep_an_officer();
--> statement-breakpoint
alter table public.role_grant enable always trigger keep_an_officer;
--> statement-breakpoint

-- As they were, by what is held on the day. Who remains as performance officer is one who can sign in, and whose role has begun and has no end.
do $do$
declare
  said record;
  body text;
begin
  for said in select * from (values
    ('access.actor_of(uuid,uuid,text,text)', 'g.revoked_at is null', 'holding.is_held(g, (now() at time zone o.time_zone)::date)'),
    ('access.find_forgetful(text)', 'g.revoked_at is null', 'holding.is_held(g)'),
    ('access.find_linked(text,text)', 'g.revoked_at is null', 'holding.is_held(g)'),
    ('access.organisation_of(uuid)', 'order by g.revoked_at', 'order by holding.is_held(g) desc, g.revoked_at'),
    ('audit.require_place(audit.action,uuid,uuid,uuid,date,uuid)', 'g.revoked_at is null', 'holding.is_held(g)'),
    ('files.maker_of(uuid,uuid)', 'g.revoked_at is null', 'holding.is_held(g)'),
    ('files.lost_a_role(files.kept_file)', 'from public.role_grant g where', 'from public.role_grant g join public.organisation o on o.id = g.organisation_id where'),
    ('files.lost_a_role(files.kept_file)', 'g.granted_at <= k.made_at and g.revoked_at >= k.begun_at',
      $$greatest(g.granted_at, g.from_day::timestamp at time zone o.time_zone) <= k.made_at
    and (g.revoked_at >= k.begun_at
      or g.revoked_at is null and (g.to_day + 1)::timestamp at time zone o.time_zone between k.begun_at and now())$$),
    ('holding.may_be_deputy(uuid,uuid)', 'g.revoked_at is null', 'holding.is_held(g)'),
    ('holding.standing_in(uuid,date)', 'g.revoked_at is null', 'holding.is_held(g, on_day)'),
    ('post.heads_due()', 'g.revoked_at is null', 'holding.is_held(g)'),
    ('public.keep_an_officer()', E'g.revoked_at is null\n        and g.person_id <> leaver and p.disabled_at is null',
      E'holding.is_held(g) and g.to_day is null\n        and g.person_id <> leaver and p.disabled_at is null and access.can_sign_in(p.id)'),
    ('public.keep_an_officer()', 'make somebody else one first.', 'make somebody else one first, from today at the latest and without an end, who can sign in.'),
    ('public.keep_deputies()', 'g.revoked_at is null', 'holding.is_held(g)'),
    ('public.keep_deputies()', E'g.role = ''head of service'' and holding.is_held(g))\n  then\n    raise exception ''They are not the head of service of this team.''',
      E'g.role = ''head of service'' and g.revoked_at is null\n    and daterange(g.from_day, g.to_day, ''[]'') @> daterange(new.from_day, new.to_day, ''[]''))\n  then\n    raise exception ''They are not the head of service of this team, or not on all of these days.'''),
    ('public.keep_returns_in_turn()', 'g.revoked_at is null', 'holding.is_held(g)'),
    -- Who is to hold a role elsewhere belongs there already, and who held one until a day no more.
    ('public.keep_second_factors()', 'g.revoked_at is null', 'g.revoked_at is null and coalesce(g.to_day >= holding.today(g.organisation_id), true)'),
    ('public.require_own_person()', 'g.revoked_at is null', 'g.revoked_at is null and coalesce(g.to_day >= holding.today(g.organisation_id), true)'),
    ('public.tell(public.notice,text[])', 'g.team_id from public.role_grant g', 'g.team_id from public.role_grant g where holding.is_held(g)'),
    ('public.tell_of_the_history()', 'g.revoked_at is null', 'holding.is_held(g)'),
    ('public.tell_what_is_due()', 'g.revoked_at is null', 'holding.is_held(g, w.today)')) s (function, was, is_now)
  loop
    body := replace(pg_get_functiondef(said.function::regprocedure), said.was, said.is_now);
    if body = pg_get_functiondef(said.function::regprocedure) then
      raise exception '% does not ask for roles as it did.', said.function;
    end if;
    execute body;
  end loop;
end $do$;
--> statement-breakpoint

-- A start misses this too.
do $do$
begin
  execute regexp_replace(pg_get_functiondef('audit.unwatched'::regproc), '\s*\) needed \(relation, trigger\)', $needed$,
    ('role_grant', 'keep_role_days')
  ) needed (relation, trigger)$needed$);
end $do$;
