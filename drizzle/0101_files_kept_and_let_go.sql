-- Workbooks and texts are made beside board packs: by every worker, while packs are left to those that have a Chromium.
select pgboss.create_queue('sheet', '{"policy": "standard", "retryLimit": 2, "retryDelay": 0, "heartbeatSeconds": 15, "expireInSeconds": 1800}');
--> statement-breakpoint
-- What is kept is compressed already, and is read in pieces.
alter table files.kept_file alter column content set storage external;
--> statement-breakpoint
-- Asks for a file, which is entered as every file is, and made by the worker. The same form sent twice asks once.
-- Answers whether this one did.
create or replace function files.ask(token text, file uuid, of_scorecard uuid, given jsonb, asked jsonb, address text, agent text)
returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(ask.token);
  whose uuid := actor #>> '{person,id}';
  their record;
begin
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  -- One form after the other of the same person.
  perform pg_advisory_xact_lock(hashtextextended('files.ask ' || whose, 0));
  -- And none while words go out of those that are there, so that none is made of them unseen.
  perform pg_advisory_xact_lock_shared(hashtextextended('files of ' || (actor #>> '{organisation,id}'), 0));
  if exists (select from files.kept_file k where k.id = ask.file and num_nonnulls(k.cancelled_at, k.failed_at, k.withdrawn_at) > 0) then
    raise exception 'What this form asked for is not made any more. Send it again, and another one is.' using errcode = 'CD005', detail = 'REQUEST_REUSED';
  end if;
  if exists (select from files.kept_file k where k.id = ask.file) then
    return false;
  end if;
  if exists (select from pgboss.job j where j.name in ('file', 'sheet') and j.id = ask.file) then
    raise exception 'What this form asked for was made, and is there no more. Open its page again, and ask for another.' using errcode = 'CD005', detail = 'REQUEST_REUSED';
  end if;
  select count(*) filter (where k.made_at is null) as waiting, count(*) as files, coalesce(sum(k.size), 0) as size into their
  from files.kept_file k where k.person_id = whose and k.goes_at > now() and num_nonnulls(k.cancelled_at, k.failed_at, k.withdrawn_at) = 0;
  if their.waiting >= 5 then
    raise exception 'Five of your files wait to be made. Ask again once one of them is, or cancel one.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if their.files >= 20 then
    raise exception 'Twenty files of yours are kept, and there is room for no more. Delete one of them under Files, and ask again.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if their.size >= 200000000 then
    raise exception 'Your files are 200 MB together, and there is room for no more. Delete one of them under Files, and ask again.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if not exists (select from public.scorecard s where s.id = of_scorecard and s.organisation_id = (actor #>> '{organisation,id}')::uuid) then
    raise exception 'There is no such scorecard.' using errcode = 'CD005', detail = 'NOT_FOUND';
  end if;
  perform audit.read(ask.token, 'scorecard.export', of_scorecard, ask.asked, ask.address, ask.agent);
  insert into files.kept_file (id, organisation_id, person_id, scorecard_id, form, paper, name, from_month, to_month, cut, edition, is_live, hides_small, goes_at)
  values (ask.file, (actor #>> '{organisation,id}')::uuid, whose, of_scorecard, given ->> 'form', given ->> 'paper', given ->> 'name',
    (given ->> 'from' || '-01')::date, (given ->> 'to' || '-01')::date, (given ->> 'cut')::bigint, given ->> 'edition',
    (given ->> 'isLive')::boolean, (given ->> 'hidesSmall')::boolean, now() + interval '7 days');
  insert into pgboss.job (id, name, data, policy, retry_limit, retry_delay, expire_seconds, deletion_seconds, heartbeat_seconds, keep_until)
  select ask.file, q.name, jsonb_build_object('file', ask.file), q.policy, q.retry_limit, q.retry_delay, q.expire_seconds, q.deletion_seconds,
    q.heartbeat_seconds, now() + interval '7 days'
  from pgboss.queue q where q.name = case given ->> 'form' when 'PDF' then 'file' else 'sheet' end;
  return true;
end $$;
--> statement-breakpoint
-- Cancels a file of one's own that is not made yet. Answers whether it was still to be made.
create or replace function files.cancel(token text, file uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(cancel.token);
begin
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  perform access.require_enrolled(actor);
  if not exists (select from files.kept_file k where k.id = cancel.file and k.person_id = (actor #>> '{person,id}')::uuid
    and k.organisation_id = (actor #>> '{organisation,id}')::uuid) then
    raise exception 'There is no such file of yours.' using errcode = 'CD005', detail = 'NOT_FOUND';
  end if;
  update files.kept_file k set cancelled_at = now()
  where k.id = cancel.file and num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0;
  if not found then
    return false;
  end if;
  update pgboss.job j set state = 'cancelled', completed_on = now() where j.name in ('file', 'sheet') and j.id = cancel.file and j.state < 'completed';
  return true;
end $$;
--> statement-breakpoint
-- Deletes a file of one's own that was made, before its week is over. Answers whether there was one to delete.
create function files.let_go(token text, file uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(let_go.token);
begin
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  perform access.require_enrolled(actor);
  delete from files.kept_file k where k.id = let_go.file and k.content is not null
    and k.person_id = (actor #>> '{person,id}')::uuid and k.organisation_id = (actor #>> '{organisation,id}')::uuid;
  return found;
end $$;
--> statement-breakpoint
drop function files.content_of(text, uuid);
--> statement-breakpoint
drop function files.lost_a_role(files.kept_file);
--> statement-breakpoint
-- Whether a person lost a role since a file was begun with the eyes of that role.
create function files.lost_a_role(of_person uuid, of_organisation uuid, begun_at timestamptz, made_at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.role_grant g join public.organisation o on o.id = g.organisation_id
    where g.person_id = of_person and g.organisation_id = of_organisation
    and greatest(g.granted_at, g.from_day::timestamp at time zone o.time_zone) <= lost_a_role.made_at
    and (g.revoked_at >= lost_a_role.begun_at
      or g.revoked_at is null and (g.to_day + 1)::timestamp at time zone o.time_zone between lost_a_role.begun_at and now()
        -- Who went on with it the next day never was without it.
        and not exists (select from public.role_grant n where (n.person_id, n.organisation_id, n.role) = (g.person_id, g.organisation_id, g.role)
          and n.team_id is not distinct from g.team_id and holding.is_held(n)
          and coalesce(n.from_day, (n.granted_at at time zone o.time_zone)::date) <= g.to_day + 1)))
$$;
--> statement-breakpoint
-- A million bytes of a file's content, for who had it made and nobody else, while they may take files away and have every role by which it was made.
create function files.content_of(token text, file uuid, since integer) returns table (name text, form text, size integer, piece bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(content_of.token);
begin
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  perform access.require_verb('scorecard.export', actor);
  return query select k.name, k.form, k.size, substring(k.content from content_of.since + 1 for 1000000) from files.kept_file k
  where k.id = content_of.file and k.person_id = (actor #>> '{person,id}')::uuid and k.organisation_id = (actor #>> '{organisation,id}')::uuid
    and k.content is not null and k.goes_at > now() and not files.lost_a_role(k.person_id, k.organisation_id, k.begun_at, k.made_at);
end $$;
--> statement-breakpoint
-- The worker takes a file up, anew where whoever began it was killed: what it is to be of, and with whose eyes.
create or replace function files.take(file uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  taken files.kept_file;
begin
  update files.kept_file k set begun_at = now(), done = 0, parts = null
  where k.id = take.file and num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0 and k.goes_at > now()
  returning k.* into taken;
  if taken.id is null then
    return null;
  end if;
  return jsonb_build_object('actor', files.maker_of(taken.person_id, taken.organisation_id), 'slug', (select s.slug from public.scorecard s where s.id = taken.scorecard_id),
    'form', taken.form, 'paper', taken.paper, 'from', to_char(taken.from_month, 'YYYY-MM'), 'to', to_char(taken.to_month, 'YYYY-MM'), 'cut', taken.cut,
    'takenAt', (select c.taken_at from audit.cut c where c.number = taken.cut), 'edition', taken.edition, 'isLive', taken.is_live, 'hidesSmall', taken.hides_small);
end $$;
--> statement-breakpoint
-- Deletes what is over; and what no job makes any more, because everybody who began it was killed, is given up. Answers
-- whether any is still to be made.
create or replace function files.sweep() returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from files.kept_file where goes_at <= now();
  update files.kept_file k set failed_at = now(), why = 'GAVE_UP'
  where num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0
    and not exists (select from pgboss.job j where j.name in ('file', 'sheet') and j.id = k.id and j.state < 'completed');
  select exists (select from files.kept_file k where num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0);
$$;
--> statement-breakpoint
-- Files in which words may stand that are taken out go with them: those of the same scorecard, of a moment when they stood there. How many is noted.
create or replace function files.withdraw(of_redaction uuid, digests text[], in_organisation uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('files of ' || in_organisation, 0));
  with stood as materialized (
    select e.scorecard, min(p.first_entry) as since from audit.places_of(digests, in_organisation) p
    left join audit.entry e on e.position = p.first_entry group by e.scorecard
  ), gone as (
    update files.kept_file k set withdrawn_at = now(), redaction_id = of_redaction, content = null
    from audit.cut c
    where k.organisation_id = in_organisation and c.number = k.cut and k.cancelled_at is null and k.failed_at is null and k.withdrawn_at is null
      and exists (select from stood s where (s.scorecard is null or s.scorecard = k.scorecard_id) and s.since <= c.newest)
    returning k.id
  ), noted as (
    insert into files.withdrawal as w (redaction_id, taken) select of_redaction, count(*) from gone having count(*) > 0
    on conflict (redaction_id) do update set taken = w.taken + excluded.taken
  )
  update pgboss.job j set state = 'cancelled', completed_on = now() from gone where j.name in ('file', 'sheet') and j.id = gone.id and j.state < 'completed'
$$;
