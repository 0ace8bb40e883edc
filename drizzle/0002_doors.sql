-- The doors: the only functions that begin an action. Each is granted to one login role (db/grants.sql).

create function access.token_hash(token text) returns text
language sql immutable set search_path = '' as $$ select encode(sha256(convert_to(token, 'UTF8')), 'hex') $$;
--> statement-breakpoint

-- Whose trail a person's doings belong to: of the roles held, or once held, else the only organisation's.
create function access.organisation_of(of_person uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select g.organisation_id from public.role_grant g where g.person_id = of_person
     order by g.revoked_at desc nulls first, g.granted_at limit 1),
    audit.organisation_of(null))
$$;
--> statement-breakpoint

-- The person behind a live session with the roles they hold now; null when the session is not live.
create function access.actor(token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'sessionId', s.id,
    'person', jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email),
    'organisation', (
      select jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'timeZone', o.time_zone)
      from public.organisation o
      left join public.role_grant g on g.organisation_id = o.id and g.person_id = p.id and g.revoked_at is null
      order by g.granted_at nulls last, o.id limit 1),
    'roles', coalesce((
      select jsonb_agg(jsonb_build_object('role', g.role, 'team', case when t.id is not null then
        jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) end) order by g.role, t.name)
      from public.role_grant g left join public.team t on t.id = g.team_id
      where g.person_id = p.id and g.revoked_at is null), '[]'::jsonb))
  from public.session s join public.person p on p.id = s.person_id
  where s.token_hash = access.token_hash(token) and s.ended_at is null and s.expires_at > now() and p.disabled_at is null
$$;
--> statement-breakpoint

-- A signed-in person's door. Locks session, person and roles, so that a revocation cannot race this commit.
-- Answers the actor, or {"replayed": true} when this very request was already done.
create function audit.begin(token text, verb text, reason text, request_id uuid, request_digest text, address text, agent text,
  import_id uuid default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor jsonb;
  of_person uuid;
  done_digest text;
begin
  select s.person_id into of_person from public.session s
  where s.token_hash = access.token_hash(begin.token) and s.ended_at is null for share;
  perform from public.person p where p.id = of_person for share;
  perform from public.role_grant g where g.person_id = of_person and g.revoked_at is null for share;
  actor := access.actor(begin.token);
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  select a.request_digest into done_digest from audit.action a
  where a.person = of_person and a.request_id = begin.request_id and a.outcome = 'done';
  if found then
    if done_digest is distinct from begin.request_digest then
      raise exception 'This form was already sent with other contents.' using errcode = 'CD007', detail = 'REQUEST_REUSED';
    end if;
    return '{"replayed": true}'::jsonb;
  end if;
  insert into audit.action (organisation, kind, person, session, verb, reason, import, request_id, request_digest, address, agent, outcome)
  values ((actor #>> '{organisation,id}')::uuid, 'person', of_person, (actor ->> 'sessionId')::uuid, begin.verb, begin.reason,
    begin.import_id, begin.request_id, begin.request_digest, left(begin.address, 100), left(begin.agent, 300), 'done');
  return actor;
end $$;
--> statement-breakpoint

-- Enters what was refused to the person of a session, in a transaction of its own.
create function audit.refuse(token text, verb text, code text, reason text, of_scorecard uuid, of_indicator uuid, of_month date,
  address text, agent text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  of_session public.session;
  of_organisation uuid;
  action_id uuid;
begin
  select s.* into of_session from public.session s where s.token_hash = access.token_hash(refuse.token);
  if of_session.id is null then
    return;
  end if;
  of_organisation := access.organisation_of(of_session.person_id);
  insert into audit.action (organisation, kind, person, session, verb, reason, address, agent, outcome, code)
  values (of_organisation, 'person', of_session.person_id, of_session.id, refuse.verb, refuse.reason, left(refuse.address, 100),
    left(refuse.agent, 300), 'refused', refuse.code)
  returning id into action_id;
  insert into audit.entry (action, organisation, scorecard, team, person, verb, indicator, month, operation)
  values (action_id, of_organisation,
    coalesce(refuse.of_scorecard, (select i.scorecard_id from public.indicator i where i.id = refuse.of_indicator)),
    audit.team_of(refuse.of_indicator, refuse.of_month), of_session.person_id, refuse.verb, refuse.of_indicator, refuse.of_month, 'refused');
end $$;
--> statement-breakpoint

-- Enters what a signed-in person took away, which changes nothing: an export, with what it was asked for.
create function audit.read(token text, verb text, of_scorecard uuid, asked jsonb, address text, agent text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  actor jsonb := access.actor(read.token);
  action_id uuid;
begin
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  insert into audit.action (organisation, kind, person, session, verb, address, agent, outcome)
  values ((actor #>> '{organisation,id}')::uuid, 'person', (actor #>> '{person,id}')::uuid, (actor ->> 'sessionId')::uuid, read.verb,
    left(read.address, 100), left(read.agent, 300), 'done')
  returning id into action_id;
  insert into audit.entry (action, organisation, scorecard, person, verb, operation, after)
  values (action_id, (actor #>> '{organisation,id}')::uuid, read.of_scorecard, (actor #>> '{person,id}')::uuid, read.verb, 'read', read.asked);
end $$;
--> statement-breakpoint

-- The door of commands and of the owner's own statements; the trail shows it as an operator's.
create function audit.begin_operator(reason text, verb text default 'operator.change', organisation uuid default null, import_id uuid default null)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  action_id uuid;
begin
  insert into audit.action (organisation, kind, verb, reason, import, outcome)
  values (begin_operator.organisation, 'operator', begin_operator.verb, begin_operator.reason, begin_operator.import_id, 'done')
  returning id into action_id;
  return action_id;
end $$;
--> statement-breakpoint

-- A migration's door, for migrations that write rows.
create function audit.begin_migration(file text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  action_id uuid;
begin
  insert into audit.action (kind, verb, reason, outcome) values ('migration', 'migration.run', begin_migration.file, 'done')
  returning id into action_id;
  return action_id;
end $$;
--> statement-breakpoint

-- Starts a session for a person whose password the sign-in role has verified. Answers its id.
create function access.start_session(of_person uuid, method text, token text, expires_at timestamptz, address text, agent text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  session_id uuid;
begin
  perform from public.person p where p.id = of_person and p.disabled_at is null for share;
  if not found then
    raise exception 'This person cannot sign in.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  insert into audit.action (organisation, kind, person, verb, address, agent, outcome)
  values (access.organisation_of(of_person), 'sign-in', of_person, 'session.start', left(start_session.address, 100), left(start_session.agent, 300), 'done');
  insert into public.session (token_hash, person_id, method, expires_at)
  values (access.token_hash(start_session.token), of_person, start_session.method, start_session.expires_at)
  returning id into session_id;
  return session_id;
end $$;
--> statement-breakpoint

-- Enters a refused sign-in: the person when known, never what was typed; how many it stands for.
create function access.refuse_sign_in(of_person uuid, code text, attempts int, address text, agent text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  of_organisation uuid := access.organisation_of(of_person);
  action_id uuid;
begin
  insert into audit.action (organisation, kind, person, verb, address, agent, outcome, code)
  values (of_organisation, 'sign-in', of_person, 'session.start', left(refuse_sign_in.address, 100), left(refuse_sign_in.agent, 300), 'refused', refuse_sign_in.code)
  returning id into action_id;
  insert into audit.entry (action, organisation, person, verb, operation, after)
  values (action_id, of_organisation, of_person, 'session.start', 'refused', jsonb_build_object('attempts', attempts));
end $$;
--> statement-breakpoint

-- Whom an invitation's link is for, and how it stands: open, accepted or expired; null when there is no such link.
create function access.find_invitation(token text) returns jsonb
language sql stable security definer set search_path = '' as $$
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
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  held public.invitation;
begin
  select i.* into held from public.invitation i join public.person p on p.id = i.person_id
  where i.token_hash = access.token_hash(accept_invitation.token) and i.accepted_at is null and i.expires_at > now() and p.disabled_at is null
  for update of i;
  if held.id is null then
    return null;
  end if;
  insert into audit.action (organisation, kind, person, verb, address, agent, outcome)
  values (access.organisation_of(held.person_id), 'sign-in', held.person_id, 'invitation.accept', left(accept_invitation.address, 100), left(accept_invitation.agent, 300), 'done');
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
language plpgsql security definer set search_path = '' as $$
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
language sql stable security definer set search_path = '' as $$
  with live as (
    select t.tgrelid, t.tgname from pg_catalog.pg_trigger t where not t.tgisinternal and t.tgenabled = 'A'
  )
  select c.relname::text from pg_catalog.pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and c.relname not in ('limits', 'session_touch', 'migration')
    and (select count(*) from live where live.tgrelid = c.oid and live.tgname in ('guard_row', 'record_entry', 'refuse_truncate')) < 3
  union
  select of_trail::text from unnest('{audit.action,audit.entry}'::regclass[]) of_trail
  where (select count(*) from live where live.tgrelid = of_trail and live.tgname in ('require_door', 'stamp_action', 'stamp_entry', 'refuse_change', 'refuse_truncate')) < 4
  union
  select c.relname || '.' || t.tgname from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
  where c.relnamespace in ('public'::regnamespace, 'audit'::regnamespace) and not t.tgisinternal and t.tgenabled <> 'A'
  union
  select needed.relation || '.' || needed.trigger from (values
    ('comment_decision', 'refuse_own_words'), ('comment_text', 'digest_words'), ('comment_text', 'keep_submitted_words'),
    ('revision_author', 'keep_submitted_words'), ('comment_revision', 'keep_submitted_revision'),
    ('session', 'keep_fact'), ('role_grant', 'keep_revoked'), ('invitation', 'keep_fact'), ('import', 'keep_fact')
  ) needed (relation, trigger)
  where not exists (select from live where live.tgrelid = ('public.' || needed.relation)::regclass and live.tgname = needed.trigger)
  order by 1
$$;
