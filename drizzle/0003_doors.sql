-- The doors: the only functions that begin an action. Each is granted to one login role (db/grants.sql).

create function access.token_hash(token text) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$ select encode(sha256(convert_to(token, 'UTF8')), 'hex') $$;
--> statement-breakpoint

-- Whose trail a person's doings belong to: of the roles held, or once held, else the only organisation's.
create function access.organisation_of(of_person uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(
    (select g.organisation_id from public.role_grant g where g.person_id = of_person
     order by g.revoked_at desc nulls first, g.granted_at limit 1),
    audit.organisation_of(null))
$$;
--> statement-breakpoint

-- The person behind a live session, with the roles they hold now in the one organisation in which they act; null when the
-- session is not live.
create function access.actor(token text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash text := access.token_hash(token);
  of_session public.session;
  of_person public.person;
  of_organisation public.organisation;
begin
  select s.* into of_session from public.session s where s.token_hash = hash and s.ended_at is null and s.expires_at > now();
  select p.* into of_person from public.person p where p.id = of_session.person_id and p.disabled_at is null;
  select o.* into of_organisation from public.organisation o where o.id = access.organisation_of(of_person.id);
  if of_person.id is null or of_organisation.id is null then
    return null;
  end if;
  return jsonb_build_object(
    'kind', 'person',
    'sessionId', of_session.id,
    'person', jsonb_build_object('id', of_person.id, 'name', of_person.name, 'email', of_person.email),
    'organisation', jsonb_build_object('id', of_organisation.id, 'slug', of_organisation.slug, 'name', of_organisation.name,
      'timeZone', of_organisation.time_zone),
    'roles', coalesce((
      select jsonb_agg(jsonb_build_object('role', g.role, 'team', case when t.id is not null then
        jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) end) order by g.role, t.name)
      from public.role_grant g left join public.team t on t.id = g.team_id and t.organisation_id = g.organisation_id
      where g.person_id = of_person.id and g.organisation_id = of_organisation.id and g.revoked_at is null), '[]'::jsonb));
end $$;
--> statement-breakpoint

-- The team for which somebody decides today in another's name, held until the transaction ends; refused where they may not.
create function access.hold_deputy(of_deputy uuid, of_head uuid, of_organisation uuid, time_zone text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  today date := (now() at time zone time_zone)::date;
  roles jsonb;
begin
  perform from public.role_grant g where g.person_id = of_head and g.organisation_id = of_organisation and g.revoked_at is null for share;
  perform from public.deputy d
  where d.deputy_id = of_deputy and d.head_id = of_head and d.organisation_id = of_organisation
    and today between d.from_day and d.to_day and d.withdrawn_at is null for share;
  select jsonb_agg(jsonb_build_object('role', g.role, 'team', jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name)) order by t.name)
  into roles
  from public.deputy d
  join public.role_grant g on g.person_id = d.head_id and g.team_id = d.team_id and g.organisation_id = d.organisation_id
    and g.role = 'head of service' and g.revoked_at is null
  join public.person p on p.id = d.head_id and p.disabled_at is null
  join public.team t on t.id = d.team_id
  where d.deputy_id = of_deputy and d.head_id = of_head and d.organisation_id = of_organisation
    and today between d.from_day and d.to_day and d.withdrawn_at is null;
  if roles is null then
    raise exception 'You are not their deputy today.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  return roles;
end $$;
--> statement-breakpoint

-- A signed-in person's door. Locks session, person and roles, so that a revocation cannot race this commit; for a deputy
-- also what makes them one. Answers the actor, or {"replayed": true} when this very request was already done.
create function audit.begin_person(token text, verb text, reason text, request_id uuid, request_digest text, address text, agent text,
  import_id uuid default null, on_behalf_of uuid default null)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash text := access.token_hash(begin_person.token);
  actor jsonb;
  of_person uuid;
  done_digest text;
  given audit.action;
begin
  select s.person_id into of_person from public.session s where s.token_hash = hash and s.ended_at is null for share;
  perform from public.person p where p.id = of_person for share;
  perform from public.role_grant g where g.person_id = of_person and g.revoked_at is null for share;
  actor := access.actor(begin_person.token);
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  select a.request_digest into done_digest from audit.action a
  where a.person = of_person and a.request_id = begin_person.request_id and a.outcome = 'done';
  if found then
    if done_digest is distinct from begin_person.request_digest then
      raise exception 'This form was already sent with other contents.' using errcode = 'CD007', detail = 'REQUEST_REUSED';
    end if;
    return actor || '{"replayed": true}'::jsonb;
  end if;
  if begin_person.on_behalf_of is not null then
    actor := actor || jsonb_build_object('onBehalfOf', begin_person.on_behalf_of, 'roles', access.hold_deputy(of_person, begin_person.on_behalf_of,
      (actor #>> '{organisation,id}')::uuid, actor #>> '{organisation,timeZone}'));
  end if;
  given.organisation := actor #>> '{organisation,id}';
  given.kind := 'person';
  given.person := of_person;
  given.on_behalf_of := begin_person.on_behalf_of;
  given.session := actor ->> 'sessionId';
  given.verb := begin_person.verb;
  given.reason := begin_person.reason;
  given.import := begin_person.import_id;
  given.request_id := begin_person.request_id;
  given.request_digest := begin_person.request_digest;
  given.address := begin_person.address;
  given.agent := begin_person.agent;
  given.outcome := 'done';
  given := audit.open_action(given);
  return actor;
end $$;
--> statement-breakpoint

-- The entry of what was refused, under the action that says so.
create function audit.entry_of_refusal(of_action audit.action, of_scorecard uuid, of_indicator uuid, of_month date) returns audit.entry
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  given audit.entry;
begin
  given.action := of_action.id;
  given.organisation := of_action.organisation;
  given.person := of_action.person;
  given.verb := of_action.verb;
  given.month := of_month;
  given.operation := 'refused';
  -- What is another organisation's was tried, but is not named.
  given.scorecard := (select s.id from public.scorecard s
    where s.id = coalesce(of_scorecard, (select i.scorecard_id from public.indicator i where i.id = of_indicator))
      and s.organisation_id = of_action.organisation);
  if given.scorecard is not null then
    given.indicator := of_indicator;
    given.team := audit.team_of(of_indicator, of_month);
  end if;
  return given;
end $$;
--> statement-breakpoint

-- Enters what was refused to the person of a session, in a transaction of its own.
create function audit.refuse(token text, verb text, code text, reason text, of_scorecard uuid, of_indicator uuid, of_month date,
  address text, agent text)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash text := access.token_hash(refuse.token);
  of_session public.session;
  of_action audit.action;
  given audit.entry;
begin
  select s.* into of_session from public.session s where s.token_hash = hash;
  if of_session.id is null then
    return;
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
  given := audit.append_entry(given);
end $$;
--> statement-breakpoint

-- Enters what was refused to a command or to Candour itself, in a transaction of its own.
create function audit.refuse_unsigned(kind text, verb text, code text, reason text, of_organisation uuid, of_scorecard uuid,
  of_indicator uuid, of_month date)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_action audit.action;
  given audit.entry;
begin
  if kind is distinct from 'system' and (kind is distinct from 'operator' or not pg_has_role(session_user, current_user, 'MEMBER')) then
    raise exception 'What is refused to a person is entered under their session.' using errcode = 'CD001', detail = 'NO_AUTHOR';
  end if;
  of_action.organisation := coalesce(refuse_unsigned.of_organisation, audit.organisation_of(refuse_unsigned.of_scorecard));
  of_action.kind := refuse_unsigned.kind;
  of_action.verb := refuse_unsigned.verb;
  of_action.reason := refuse_unsigned.reason;
  of_action.outcome := 'refused';
  of_action.code := refuse_unsigned.code;
  of_action := audit.open_action(of_action);
  given := audit.entry_of_refusal(of_action, refuse_unsigned.of_scorecard, refuse_unsigned.of_indicator, refuse_unsigned.of_month);
  given := audit.append_entry(given);
end $$;
--> statement-breakpoint

-- Enters what a signed-in person took away, which changes nothing: an export, with what it was asked for.
create function audit.read(token text, verb text, of_scorecard uuid, asked jsonb, address text, agent text)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(read.token);
  of_action audit.action;
  given audit.entry;
begin
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  of_action.organisation := actor #>> '{organisation,id}';
  of_action.kind := 'person';
  of_action.person := actor #>> '{person,id}';
  of_action.session := actor ->> 'sessionId';
  of_action.verb := read.verb;
  of_action.address := read.address;
  of_action.agent := read.agent;
  of_action.outcome := 'read';
  of_action := audit.open_action(of_action);
  given.action := of_action.id;
  given.organisation := of_action.organisation;
  given.scorecard := (select s.id from public.scorecard s where s.id = read.of_scorecard and s.organisation_id = of_action.organisation);
  given.person := of_action.person;
  given.verb := read.verb;
  given.operation := 'read';
  given.after := read.asked;
  given := audit.append_entry(given);
end $$;
--> statement-breakpoint

-- Candour's own door, for what no person asks: the worker's jobs. It changes nothing of who people are and what they may.
create function audit.begin_system(verb text, reason text, organisation uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  given audit.action;
begin
  if begin_system.verb is null or begin_system.verb not like 'system.%' or begin_system.organisation is null or begin_system.reason is null then
    raise exception 'Candour does its own work alone, in one organisation, for a reason.' using errcode = 'CD001', detail = 'NO_AUTHOR';
  end if;
  given.organisation := begin_system.organisation;
  given.kind := 'system';
  given.verb := begin_system.verb;
  given.reason := begin_system.reason;
  given.outcome := 'done';
  given := audit.open_action(given);
  return given.id;
end $$;
--> statement-breakpoint

-- The door of commands and of the owner's own statements; the trail shows it as an operator's.
create function audit.begin_operator(reason text, verb text default 'operator.change', organisation uuid default null, import_id uuid default null)
returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  given audit.action;
begin
  given.organisation := begin_operator.organisation;
  given.kind := 'operator';
  given.verb := begin_operator.verb;
  given.reason := begin_operator.reason;
  given.import := begin_operator.import_id;
  given.outcome := 'done';
  given := audit.open_action(given);
  return given.id;
end $$;
--> statement-breakpoint

-- A migration's door, for migrations that write rows.
create function audit.begin_migration(file text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  given audit.action;
begin
  given.kind := 'migration';
  given.verb := 'migration.run';
  given.reason := begin_migration.file;
  given.outcome := 'done';
  given := audit.open_action(given);
  return given.id;
end $$;
--> statement-breakpoint

-- Starts a session for a person whose password the sign-in role has verified. Answers its id.
create function access.start_session(of_person uuid, method text, token text, expires_at timestamptz, address text, agent text)
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
  values (access.token_hash(start_session.token), of_person, start_session.method, start_session.expires_at)
  returning id into session_id;
  return session_id;
end $$;
--> statement-breakpoint

-- Enters a refused sign-in: the person when known, never what was typed; how many it stands for.
create function access.refuse_sign_in(of_person uuid, code text, attempts int, address text, agent text)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_action audit.action;
  given audit.entry;
begin
  of_action.organisation := access.organisation_of(of_person);
  of_action.kind := 'sign-in';
  of_action.person := of_person;
  of_action.verb := 'session.start';
  of_action.address := refuse_sign_in.address;
  of_action.agent := refuse_sign_in.agent;
  of_action.outcome := 'refused';
  of_action.code := refuse_sign_in.code;
  of_action := audit.open_action(of_action);
  given := audit.entry_of_refusal(of_action, null, null, null);
  given.after := jsonb_build_object('attempts', attempts);
  given := audit.append_entry(given);
end $$;
--> statement-breakpoint

-- Whom an invitation's link is for, and how it stands: open, accepted or expired; null when there is no such link.
create function access.find_invitation(token text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('name', p.name, 'email', p.email, 'state', case
    when i.accepted_at is not null then 'accepted'
    when i.expires_at <= now() or p.disabled_at is not null then 'expired'
    else 'open' end)
  from public.invitation i join public.person p on p.id = i.person_id
  where i.token_hash = access.token_hash(find_invitation.token)
$$;
--> statement-breakpoint

-- Sets a password by an invitation's token, and ends what was begun with an older one. Answers the person, or null when the
-- invitation no longer holds.
create function access.accept_invitation(token text, password_hash text, address text, agent text)
returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held public.invitation;
  given audit.action;
begin
  select i.* into held from public.invitation i join public.person p on p.id = i.person_id
  where i.token_hash = access.token_hash(accept_invitation.token) and i.accepted_at is null and i.expires_at > now() and p.disabled_at is null
  for update of i;
  if held.id is null then
    return null;
  end if;
  given.organisation := access.organisation_of(held.person_id);
  given.kind := 'sign-in';
  given.person := held.person_id;
  given.verb := 'invitation.accept';
  given.address := accept_invitation.address;
  given.agent := accept_invitation.agent;
  given.outcome := 'done';
  given := audit.open_action(given);
  update public.invitation set accepted_at = now() where id = held.id;
  insert into public.credential (person_id, password_hash, changed_at) values (held.person_id, accept_invitation.password_hash, now())
  on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  update public.session set ended_at = now(), ended_by = held.person_id
  where person_id = held.person_id and ended_at is null and expires_at > now();
  return held.person_id;
end $$;
--> statement-breakpoint

-- Changes the password of this transaction's own person; the web's role can neither read nor write hashes otherwise.
create function access.change_password(password_hash text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.require_action('credential');
begin
  if action.person is null or action.kind <> 'person' then
    raise exception 'Only a signed-in person changes their password.' using errcode = 'CD006', detail = 'FALSE_AUTHOR';
  end if;
  insert into public.credential (person_id, password_hash, changed_at) values (action.person, change_password.password_hash, now())
  on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
end $$;
--> statement-breakpoint

-- What the trail rests on and is not there, or not as it should be: for the check at start-up. Tables without their three
-- triggers (the list is of those outside the trail), the trail's own, and any trigger that a restore has made an ordinary one.
create function audit.unwatched() returns setof text
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
    ('invitation', 'keep_fact'), ('import', 'keep_fact'), ('deputy', 'keep_fact'), ('scorecard_label_set', 'keep_fact'),
    ('indicator_definition', 'keep_fact'), ('indicator_team', 'keep_fact'), ('due_rule', 'keep_fact'),
    ('band_set', 'keep_fact'), ('benchmark', 'keep_fact'), ('milestone', 'keep_fact'), ('label_set', 'require_whole_label_set'),
    ('label', 'require_whole_label_set'), ('label', 'keep_levels_in_use'), ('band', 'keep_bands_of_set'), ('band', 'require_whole_bands'),
    ('scorecard_label_set', 'require_label_set'), ('scorecard_label_set', 'require_own_label_set'), ('indicator_team', 'require_own_team')
  ) needed (relation, trigger)
  where not exists (select from live where live.tgrelid = ('public.' || needed.relation)::regclass and live.tgname = needed.trigger)
  union
  -- Another function of a door's name would pass for it.
  select p.pronamespace::regnamespace || '.' || p.proname from pg_catalog.pg_proc p
  where p.pronamespace in ('audit'::regnamespace, 'access'::regnamespace) group by p.pronamespace, p.proname having count(*) > 1
  order by 1
$$;
