-- The web's login holds what its verbs do and no more: db/verbs.ts is told to the doors and the row triggers at every start.
CREATE TABLE "audit"."verb" (
	"verb" text PRIMARY KEY NOT NULL,
	"of_person" boolean NOT NULL,
	"roles" text[],
	"of_teams" boolean NOT NULL,
	"takes_away" boolean NOT NULL,
	"in_open_month" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."verb_write" (
	"verb" text NOT NULL,
	"table_name" text NOT NULL,
	"makes" jsonb,
	"changes" text[] NOT NULL,
	"own" boolean NOT NULL,
	"just_made" boolean NOT NULL,
	CONSTRAINT "verb_write_verb_table_name_pk" PRIMARY KEY("verb","table_name")
);
--> statement-breakpoint
ALTER TABLE "audit"."verb_write" ADD CONSTRAINT "verb_write_verb_verb_verb_fk" FOREIGN KEY ("verb") REFERENCES "audit"."verb"("verb") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint

-- Whether somebody, as their door found them, may do this at all.
create function access.require_verb(asked text, actor jsonb) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from audit.verb v where v.verb = asked and v.of_person
    and (v.roles is null or exists (select from jsonb_array_elements(actor -> 'roles') r where r ->> 'role' = any (v.roles))))
  then
    raise exception 'Your role does not allow this.' using errcode = 'CD006', detail = 'WRONG_ROLE';
  end if;
end $$;
--> statement-breakpoint

-- The same door, which now also asks whether the roles held at this moment allow the verb.
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
  perform access.require_verb(begin_person.verb, actor);
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

create or replace function audit.read(token text, verb text, of_scorecard uuid, asked jsonb, address text, agent text)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(read.token);
  of_action audit.action;
  given audit.entry;
begin
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  perform access.require_verb(read.verb, actor);
  if not exists (select from audit.verb v where v.verb = read.verb and v.takes_away) then
    raise exception '% takes nothing away.', read.verb using errcode = 'CD006', detail = 'FALSE_VERB';
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

create or replace function audit.refuse(token text, verb text, code text, reason text, of_scorecard uuid, of_indicator uuid, of_month date,
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
  if not exists (select from audit.verb v where v.verb = refuse.verb and v.of_person) then
    raise exception 'Nobody is refused %: there is no such verb.', refuse.verb using errcode = 'CD006', detail = 'FALSE_VERB';
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

create or replace function audit.begin_system(verb text, reason text, organisation uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  given audit.action;
begin
  if not exists (select from audit.verb v where v.verb = begin_system.verb and not v.of_person) or begin_system.organisation is null or begin_system.reason is null then
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

-- Whether an action may write here: in its own organisation; where its roles are held for teams, for such a team; and in
-- an open month where its verb asks for one. The month is an indicator's.
create function audit.require_place(action audit.action, in_organisation uuid, in_scorecard uuid, of_team uuid, of_month date) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if in_organisation <> action.organisation then
    raise exception 'This is of another organisation.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  if of_month is null then
    return;
  end if;
  perform from audit.verb v
  where v.verb = action.verb
    and (not v.of_teams or exists (select from public.role_grant g
      where g.person_id = coalesce(action.on_behalf_of, action.person) and g.role = any (v.roles)
        and g.team_id = require_place.of_team and g.revoked_at is null))
    and (not v.in_open_month or exists (select from public.scorecard_month m
      where m.scorecard_id = in_scorecard and m.month = of_month and m.closed_at is null));
  if not found then
    raise exception 'This is not one of your team’s, or its month is not open.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
end $$;
--> statement-breakpoint

create or replace function audit.guard_row() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  action audit.action;
  allowed audit.verb_write;
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
  becomes := to_jsonb(new);
  if action.kind in ('person', 'system') then
    select w.* into allowed from audit.verb_write w where w.verb = action.verb and w.table_name = tg_table_name;
    if allowed.verb is null
      or tg_op = 'INSERT' and not coalesce(becomes @> allowed.makes, false)
      or tg_op = 'UPDATE' and becomes - allowed.changes <> was - allowed.changes
      or allowed.own and becomes ->> 'person_id' is distinct from action.person::text
      or allowed.just_made and tg_op = 'UPDATE' and not exists (select from audit.entry e
        where e.table_name = tg_table_name and e.key = was ->> 'id' and e.action = action.id and e.operation = 'created')
    then
      raise exception '% does not write this to %.', action.verb, tg_table_name using errcode = 'CD006', detail = 'FALSE_VERB';
    end if;
  end if;
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
  if action.kind in ('person', 'system') then
    perform audit.require_place(action, coalesce((after ->> 'organisation_id')::uuid, audit.organisation_of(of_scorecard)),
      of_scorecard, of_team, case when of_indicator is not null then of_month end);
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

-- An organisation keeps a performance officer: who would be the last to go stays. Held by a lock of the organisation, or
-- two could let each other go at the same time.
create function public.keep_an_officer() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  leaver uuid := (to_jsonb(old) ->> case tg_table_name when 'person' then 'id' else 'person_id' end)::uuid;
  of_organisation uuid;
begin
  for of_organisation in
    select g.organisation_id from public.role_grant g
    where g.person_id = leaver and g.role = 'performance officer' and g.revoked_at is null
      and (tg_table_name = 'person' or g.id = old.id)
    order by 1
  loop
    perform from public.organisation o where o.id = of_organisation for no key update;
    if not exists (select from public.role_grant g join public.person p on p.id = g.person_id
      where g.organisation_id = of_organisation and g.role = 'performance officer' and g.revoked_at is null
        and g.person_id <> leaver and p.disabled_at is null)
    then
      raise exception 'The last performance officer stays: make somebody else one first.' using errcode = 'CD005', detail = 'WRONG_STATE';
    end if;
  end loop;
  return new;
end $$;
--> statement-breakpoint

create trigger keep_an_officer before update on public.role_grant for each row
  when (old.revoked_at is null and new.revoked_at is not null) execute function public.keep_an_officer();
--> statement-breakpoint

create trigger keep_an_officer before update on public.person for each row
  when (old.disabled_at is null and new.disabled_at is not null) execute function public.keep_an_officer();
--> statement-breakpoint

alter table public.role_grant enable always trigger keep_an_officer;
--> statement-breakpoint

alter table public.person enable always trigger keep_an_officer;
--> statement-breakpoint

create or replace function audit.unwatched() returns setof text
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
    ('role_grant', 'keep_an_officer'), ('person', 'keep_an_officer'),
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
