-- The same doors and row triggers, asking for less: every check of 0002 and 0003 is as it was. What costs in them is each
-- query by itself, each call of a function with settings of its own, and each SQL function, which plans itself anew.

create or replace function access.token_hash(token text) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return encode(sha256(convert_to(token, 'UTF8')), 'hex');
end $$;
--> statement-breakpoint

create or replace function access.organisation_of(of_person uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_organisation uuid;
begin
  select g.organisation_id into of_organisation from public.role_grant g where g.person_id = of_person
  order by g.revoked_at desc nulls first, g.granted_at limit 1;
  return coalesce(of_organisation, audit.organisation_of(null));
end $$;
--> statement-breakpoint

-- Who a person is in the one organisation in which they act, with the roles they hold there now; null where there is none.
create function access.actor_of(of_session uuid, of_person uuid, named text, email text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_organisation uuid;
  actor jsonb;
begin
  if of_person is null then
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

create or replace function access.actor(token text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash text := access.token_hash(token);
  held record;
begin
  select s.id, s.person_id, p.name, p.email into held
  from public.session s join public.person p on p.id = s.person_id
  where s.token_hash = hash and s.ended_at is null and s.expires_at > now() and p.disabled_at is null;
  return access.actor_of(held.id, held.person_id, held.name, held.email);
end $$;
--> statement-breakpoint

-- The same door, which now also says that the session was seen, at most once a minute, and never waits to say so.
create or replace function audit.begin_person(token text, verb text, reason text, request_id uuid, request_digest text, address text, agent text,
  import_id uuid default null, on_behalf_of uuid default null)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash text := access.token_hash(begin_person.token);
  held record;
  actor jsonb;
  done_digest text;
  given audit.action;
begin
  select s.id, s.person_id, p.name, p.email into held
  from public.session s join public.person p on p.id = s.person_id
  where s.token_hash = hash and s.ended_at is null and s.expires_at > now() and p.disabled_at is null for share;
  perform from public.role_grant g where g.person_id = held.person_id and g.revoked_at is null for share;
  actor := access.actor_of(held.id, held.person_id, held.name, held.email);
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  perform from public.session_touch t where t.session_id = held.id and t.touched_at < now() - interval '1 minute' for update skip locked;
  if found then
    update public.session_touch set touched_at = now() where session_id = held.id;
  end if;
  if begin_person.request_id is not null then
    select a.request_digest into done_digest from audit.action a
    where a.person = held.person_id and a.request_id = begin_person.request_id and a.outcome = 'done';
    if found then
      if done_digest is distinct from begin_person.request_digest then
        raise exception 'This form was already sent with other contents.' using errcode = 'CD007', detail = 'REQUEST_REUSED';
      end if;
      return actor || '{"replayed": true}'::jsonb;
    end if;
  end if;
  if begin_person.on_behalf_of is not null then
    actor := actor || jsonb_build_object('onBehalfOf', begin_person.on_behalf_of, 'roles', access.hold_deputy(held.person_id, begin_person.on_behalf_of,
      (actor #>> '{organisation,id}')::uuid, actor #>> '{organisation,timeZone}'));
  end if;
  given.organisation := actor #>> '{organisation,id}';
  given.kind := 'person';
  given.person := held.person_id;
  given.on_behalf_of := begin_person.on_behalf_of;
  given.session := held.id;
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

create or replace function audit.open_action(given audit.action) returns audit.action
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
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

create or replace function audit.stamp_facts(was jsonb, becomes jsonb, action audit.action, of_table text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  by_columns jsonb := jsonb_path_query_array(becomes, '$.keyvalue() ? (@.key like_regex "_by$").key');
  fact text;
  at_column text;
  by_column text;
  stamps jsonb := '{}';
begin
  for n in 0 .. jsonb_array_length(by_columns) - 1 loop
    by_column := by_columns ->> n;
    fact := left(by_column, -3);
    at_column := fact || '_at';
    continue when not becomes ? at_column or (was -> at_column = becomes -> at_column and was -> by_column = becomes -> by_column)
      or (becomes ->> at_column is null and becomes ->> by_column is null);
    if becomes ->> by_column is distinct from action.person::text and becomes ->> by_column is not null then
      raise exception '% of % names somebody other than the person of this action.', by_column, of_table
        using errcode = 'CD006', detail = 'FALSE_AUTHOR';
    end if;
    if was -> at_column = becomes -> at_column and was ->> at_column is not null then
      raise exception '% of % is a fact with its person: say it anew.', by_column, of_table using errcode = 'CD003', detail = 'KEPT';
    end if;
    if (becomes ->> at_column)::timestamptz <> transaction_timestamp() then
      raise exception '% of % is the moment at which it happens, and no other.', at_column, of_table
        using errcode = 'CD008', detail = 'FALSE_MOMENT';
    end if;
    if action.kind = 'person' and becomes ->> by_column is null and fact <> 'written' then
      raise exception '% of % says when, but % not who.', at_column, of_table, by_column
        using errcode = 'CD006', detail = 'FALSE_AUTHOR';
    end if;
    stamps := stamps || jsonb_build_object(at_column, clock_timestamp());
  end loop;
  return stamps;
end $$;
--> statement-breakpoint

create or replace function audit.guard_row() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  action audit.action;
  unchanging text[] := tg_argv[0];
  words jsonb := tg_argv[1];
  word_columns jsonb := jsonb_path_query_array(words, '$.keyvalue().key');
  was jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  becomes jsonb;
  set_here jsonb := '{}';
  col text;
begin
  if tg_op = 'DELETE' then
    raise exception 'Rows of % are never deleted.', tg_table_name using errcode = 'CD003', detail = 'KEPT';
  end if;
  if tg_table_schema <> 'public' then
    perform audit.require_product_table(tg_table_schema);
  end if;
  action := audit.require_action(tg_table_name);
  if action.kind = 'system' and tg_table_name in ('organisation', 'team', 'person', 'credential', 'invitation', 'role_grant', 'deputy', 'session') then
    raise exception 'Only people and operators change %.', tg_table_name using errcode = 'CD006', detail = 'FALSE_AUTHOR';
  end if;
  becomes := to_jsonb(new);
  for n in 0 .. jsonb_array_length(word_columns) - 1 loop
    col := word_columns ->> n;
    if was ->> col is distinct from becomes ->> col then
      set_here := set_here || jsonb_build_object(col,
        audit.keep_words(becomes ->> col, coalesce(was ->> col, action.reason), (words ->> col)::int));
    end if;
  end loop;
  becomes := becomes || set_here;
  if tg_op = 'UPDATE' then
    foreach col in array unchanging loop
      if was -> col is distinct from becomes -> col then
        raise exception '% of % never changes.', col, tg_table_name using errcode = 'CD003', detail = 'KEPT';
      end if;
    end loop;
  end if;
  -- A table without a column of a person has no facts to stamp.
  if becomes::text like '%\_by": %' then
    set_here := set_here || audit.stamp_facts(was, becomes, action, tg_table_name);
    becomes := becomes || set_here;
  end if;
  if set_here <> '{}' then
    new := jsonb_populate_record(new, set_here);
  end if;
  if becomes ? 'version' then
    new.version := case
      when tg_op = 'INSERT' then 1
      when was - 'version' = becomes - 'version' then (was ->> 'version')::int
      else (was ->> 'version')::int + 1 end;
  end if;
  return new;
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

-- The month, too, is named only with a place of one's own: a form may give a revision, of which its month is looked up.
create or replace function audit.entry_of_refusal(of_action audit.action, of_scorecard uuid, of_indicator uuid, of_month date) returns audit.entry
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  given audit.entry;
begin
  given.action := of_action.id;
  given.organisation := of_action.organisation;
  given.person := of_action.person;
  given.verb := of_action.verb;
  given.operation := 'refused';
  -- What is another organisation's was tried, but is not named.
  given.scorecard := (select s.id from public.scorecard s
    where s.id = coalesce(of_scorecard, (select i.scorecard_id from public.indicator i where i.id = of_indicator))
      and s.organisation_id = of_action.organisation);
  if given.scorecard is not null then
    given.indicator := of_indicator;
    given.team := audit.team_of(of_indicator, of_month);
  end if;
  if given.scorecard is not null or coalesce(of_scorecard, of_indicator) is null then
    given.month := of_month;
  end if;
  return given;
end $$;
