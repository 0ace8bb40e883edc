-- The audit trail: one action a transaction, one entry a row written, nothing written without an author.
-- Every function names its search path with pg_temp last: left out, it is searched first, and types can be put there.
-- SQLSTATEs of our own: CD001 no author, CD002 session ended, CD003 kept for ever, CD004 own words, CD005 wrong state,
-- CD006 somebody else's name, CD007 request used twice, CD008 not the moment it happened, CD009 words too long.
-- The detail is the refusal's code.

create schema access;
--> statement-breakpoint

-- The action of this transaction. Found by transaction id and time, never by a setting, which any statement could set:
-- after a restore old transaction ids come back, so the id alone could credit a write to somebody else.
-- (In plpgsql like all that the row triggers ask: its plans are kept, where an SQL function plans anew for every row.)
create function audit.current_action() returns audit.action
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action;
begin
  select a.* into action from audit.action a
  where a.xid = pg_current_xact_id_if_assigned() and a.begun_at = transaction_timestamp();
  return action;
end $$;
--> statement-breakpoint

create function audit.require_action(of_table text) returns audit.action
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.current_action();
begin
  if action.id is null or action.outcome <> 'done' then
    raise exception 'A write to % with no author is refused: begin an action first.', of_table
      using errcode = 'CD001', detail = 'NO_AUTHOR';
  end if;
  return action;
end $$;
--> statement-breakpoint

-- The row triggers are of the product's tables: on any other they would tell the trail what never was.
create function audit.require_product_table(of_schema text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if of_schema <> 'public' then
    raise exception 'The trail is of the tables of public.' using errcode = 'CD001', detail = 'NO_AUTHOR';
  end if;
end $$;
--> statement-breakpoint

-- Keeps words and answers the digest under which they stand. The same words again keep the digest they had; equal words
-- written elsewhere get another, because each has a salt of its own. Blank words are none: the empty text stands for itself.
create function audit.keep_words(given text, digest_before text, longest int) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  digest text := encode(sha256(salt || convert_to(given, 'UTF8')), 'hex');
begin
  if given = digest_before or given is null then
    return given;
  end if;
  if given !~ '[^\s\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]' then
    return '';
  end if;
  if exists (select from audit.words w where w.digest = given) then
    raise exception 'This is what stands for words that are kept, and not words.' using errcode = 'CD009', detail = 'INVALID';
  end if;
  if exists (select from audit.words w where w.digest = digest_before and w.body = given) then
    return digest_before;
  end if;
  if length(given) > longest then
    raise exception 'This has % characters, and at most % are kept.', length(given), longest using errcode = 'CD009', detail = 'INVALID';
  end if;
  insert into audit.words (digest, salt, body) values (digest, salt, given);
  return digest;
end $$;
--> statement-breakpoint

-- What a fact becomes: `*_by` names the person of the action, and `*_at` is the moment at which the fact comes to stand
-- there. A write leaves `*_at` out, or says now(); any other moment is refused. What a person does is never without its
-- `*_by`; words alone may come from an import, which has no author.
create function audit.stamp_facts(was jsonb, becomes jsonb, action audit.action, of_table text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  fact text;
  at_column text;
  by_column text;
  stamps jsonb := '{}';
begin
  for fact in select left(key, -3) from jsonb_object_keys(becomes) key where key like '%\_by' loop
    at_column := fact || '_at';
    by_column := fact || '_by';
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

-- BEFORE every row: never deleted, the columns named first never changed, free text kept as words, facts stamped, and the
-- version raised when something else really differs. Candour itself never writes who people are and what they may.
create function audit.guard_row() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  action audit.action;
  unchanging text[] := tg_argv[0];
  was jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  becomes jsonb;
  set_here jsonb := '{}';
  col text;
  longest int;
begin
  if tg_op = 'DELETE' then
    raise exception 'Rows of % are never deleted.', tg_table_name using errcode = 'CD003', detail = 'KEPT';
  end if;
  perform audit.require_product_table(tg_table_schema);
  action := audit.require_action(tg_table_name);
  if action.kind = 'system' and tg_table_name in ('organisation', 'team', 'person', 'credential', 'invitation', 'role_grant', 'deputy', 'session') then
    raise exception 'Only people and operators change %.', tg_table_name using errcode = 'CD006', detail = 'FALSE_AUTHOR';
  end if;
  becomes := to_jsonb(new);
  for col, longest in select key, value::int from jsonb_each_text(tg_argv[1]::jsonb) loop
    if was ->> col is distinct from becomes ->> col then
      set_here := set_here || jsonb_build_object(col, audit.keep_words(becomes ->> col, coalesce(was ->> col, action.reason), longest));
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
  set_here := set_here || audit.stamp_facts(was, becomes, action, tg_table_name);
  becomes := becomes || set_here;
  if becomes ? 'version' then
    set_here := set_here || jsonb_build_object('version', case
      when tg_op = 'INSERT' then 1
      when was - 'version' = becomes - 'version' then (was ->> 'version')::int
      else (was ->> 'version')::int + 1 end);
  end if;
  return jsonb_populate_record(new, set_here);
end $$;
--> statement-breakpoint

-- Whose trail an entry belongs to when neither action nor row says: the scorecard's, else the only organisation's.
create function audit.organisation_of(of_scorecard uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(
    (select organisation_id from public.scorecard where id = of_scorecard),
    (select case when count(*) = 1 then (array_agg(id))[1] end from public.organisation));
end $$;
--> statement-breakpoint

-- The team that answers for an indicator in a month.
create function audit.team_of(of_indicator uuid, of_month date) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return (select t.team_id from holding.team() h join indicator_team t on t.id = h.id
    where h.indicator_id = of_indicator and of_month between h.first_month and h.last_month);
end $$;
--> statement-breakpoint

-- Actions and entries are inserted by these two functions alone, which are called by the doors and by the rows' trigger
-- alone (`require_door`): always of the present transaction, and of the login that really asks.
create function audit.open_action(given audit.action) returns audit.action
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  given.id := gen_random_uuid();
  given.xid := pg_current_xact_id();
  given.begun_at := transaction_timestamp();
  given.database_role := session_user;
  given.reason := audit.keep_words(given.reason, null, 2000);
  given.address := left(given.address, 100);
  given.agent := left(given.agent, 300);
  insert into audit.action values (given.*);
  return given;
end $$;
--> statement-breakpoint
create function audit.append_entry(given audit.entry) returns audit.entry
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  given.position := nextval('audit.entry_position_seq');
  given.xid := pg_current_xact_id();
  given.at := clock_timestamp();
  insert into audit.entry overriding system value values (given.*);
  return given;
end $$;
--> statement-breakpoint

-- AFTER every row: one entry. Its arguments: the key's column, and the secrets that are kept out of the images.
create function audit.record_entry() returns trigger
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
  perform audit.require_product_table(tg_table_schema);
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

create function audit.refuse_truncate() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'Rows of % are never deleted.', tg_table_name using errcode = 'CD003', detail = 'KEPT';
end $$;
--> statement-breakpoint

create function audit.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'The audit trail is only ever appended to.' using errcode = 'CD003', detail = 'KEPT';
end $$;
--> statement-breakpoint

-- Puts a table under the trail. `unchanging`: its identifying columns; `words`: its columns of free text, each with the most
-- characters it takes; `secret`: columns kept out of the images.
create function audit.watch(watched regclass, unchanging text[], words jsonb default '{}', secret text[] default '{}', key_column text default 'id')
returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('create trigger guard_row before insert or update or delete on %s for each row execute function audit.guard_row(%L, %L)',
    watched, key_column || unchanging, words);
  execute format('create trigger record_entry after insert or update on %s for each row execute function audit.record_entry(%L, %L)',
    watched, key_column, secret);
  execute format('create trigger refuse_truncate before truncate on %s execute function audit.refuse_truncate()', watched);
  execute format('alter table %s enable always trigger guard_row', watched);
  execute format('alter table %s enable always trigger record_entry', watched);
  execute format('alter table %s enable always trigger refuse_truncate', watched);
end $$;
--> statement-breakpoint

-- Puts a table of what somebody sets under the trail: it never changes, but can be withdrawn with a reason and, where it
-- has an end, be ended. Neither unhappens.
create function audit.watch_set(watched regclass) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  columns text[] := (select array_agg(attname) from pg_catalog.pg_attribute where attrelid = watched and attnum > 0 and not attisdropped);
  later text[] := '{withdrawn_at,withdrawn_by,withdrawn_reason,to_month,ended_at,ended_by}';
begin
  perform audit.watch(watched, (select array_agg(c) from unnest(columns) c where c <> all (later || '{id,version}'::text[])),
    words => '{"withdrawn_reason": 1000}');
  execute format('create trigger keep_fact before update on %s for each row execute function audit.keep_fact(%s)', watched,
    (select string_agg(quote_literal(c), ', ') from unnest(later) c where c = any (columns)));
  execute format('alter table %s enable always trigger keep_fact', watched);
end $$;
--> statement-breakpoint

-- An end is a fact: what has happened, in the columns named, neither unhappens nor happens again.
create function audit.keep_fact() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  col text;
begin
  foreach col in array tg_argv loop
    if to_jsonb(old) ->> col is not null and to_jsonb(old) -> col is distinct from to_jsonb(new) -> col then
      raise exception '% of % never changes once it is there.', col, tg_table_name using errcode = 'CD003', detail = 'KEPT';
    end if;
  end loop;
  return new;
end $$;
--> statement-breakpoint

select
  audit.watch('organisation', '{slug}'),
  audit.watch('team', '{organisation_id,slug}'),
  audit.watch('person', '{}'),
  audit.watch('credential', '{person_id}', secret => '{password_hash}'),
  audit.watch('invitation', '{person_id,token_hash,invited_at,invited_by}', secret => '{token_hash}'),
  audit.watch('role_grant', '{organisation_id,person_id,role,team_id,granted_at,granted_by}'),
  audit.watch('deputy', '{organisation_id,head_id,deputy_id,team_id,from_day,to_day,named_at,named_by}'),
  audit.watch('session', '{person_id,token_hash,method,started_at}', secret => '{token_hash}'),
  audit.watch('scorecard', '{organisation_id,slug}'),
  audit.watch('theme', '{scorecard_id,slug}'),
  audit.watch('section', '{scorecard_id,number}'),
  audit.watch('label_set', '{organisation_id}'),
  audit.watch('label', '{label_set_id,rank,word,short,shape,tone,asks_for_comment}'),
  audit.watch('indicator', '{scorecard_id,ref}'),
  audit.watch('band', '{band_set_id,indicator_id,from_month,rank,as_typed,edge,strict}'),
  audit.watch('scorecard_month', '{scorecard_id,month,opened_at,opened_by}'),
  audit.watch('actual', '{indicator_id,month}', '{"note": 1000}'),
  audit.watch('comment', '{indicator_id,month}'),
  audit.watch('comment_revision', '{comment_id,indicator_id,month,number,source,import_id}', '{"words": 10000}'),
  audit.watch('revision_author', '{revision_id,indicator_id,month,person_id}'),
  audit.watch('comment_decision', '{revision_id,indicator_id,month,kind,reason,decided_at,decided_by,for_person,actual_version,figure,missing,grade,band_set_id,label_set_id}', '{"reason": 1000}'),
  audit.watch('import', '{organisation_id,kind,file_name,content,sha256,bytes,read_at,read_by}', '{"file_name": 200, "content": 10000000}'),
  audit.watch('import_doubt', '{import_id,key,kind,position,row,column,about,as_it_came,proposed}',
    '{"about": 20000, "as_it_came": 20000, "proposed": 20000, "answer": 20000}'),
  audit.watch_set('scorecard_label_set'),
  audit.watch_set('indicator_definition'),
  audit.watch_set('indicator_team'),
  audit.watch_set('due_rule'),
  audit.watch_set('band_set'),
  audit.watch_set('benchmark'),
  audit.watch_set('milestone');
--> statement-breakpoint

-- Actions and entries are written by the doors and by the rows' trigger, never by hand: nobody's name is forged. Asked only
-- where the login could insert by hand at all. The lines of the call stack are compared from the innermost on: the one
-- statement that `open_action` and `append_entry` hold, which no statement written by hand can be followed by, then that
-- function, and directly after it a door. (A line with a function has no quotation marks, in any language of the server;
-- a line with somebody's statement begins one.)
create function audit.require_door() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  stack text;
begin
  get diagnostics stack = pg_context;
  if stack !~ ('^[^"\n]*audit\.require_door\(\)[^"\n]*\n' || case tg_table_name
      when 'action' then '[^"\n]*"insert into audit\.action values \(given\.\*\)"\n[^"\n]*audit\.open_action\(audit\.action\)[^"\n]*\n'
        || '[^"\n]*(audit\.(begin_person|begin_system|begin_operator|begin_migration|refuse|refuse_unsigned|read)|access\.(start_session|refuse_sign_in|accept_invitation))\([^"\n]*(\n|$)'
      else '[^"\n]*"insert into audit\.entry overriding system value values \(given\.\*\)"\n[^"\n]*audit\.append_entry\(audit\.entry\)[^"\n]*\n'
        || '[^"\n]*(audit\.(record_entry|refuse|refuse_unsigned|read)|access\.refuse_sign_in)\([^"\n]*(\n|$)'
    end)
  then
    raise exception 'The audit trail is written by its doors, never by hand.' using errcode = 'CD001', detail = 'NO_AUTHOR';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger require_door before insert on audit.action for each row
  when (pg_has_role(session_user, current_user, 'MEMBER')) execute function audit.require_door();
--> statement-breakpoint
create trigger require_door before insert on audit.entry for each row
  when (pg_has_role(session_user, current_user, 'MEMBER')) execute function audit.require_door();
--> statement-breakpoint
create trigger refuse_change before update or delete on audit.action for each row execute function audit.refuse_change();
--> statement-breakpoint
create trigger refuse_truncate before truncate on audit.action execute function audit.refuse_change();
--> statement-breakpoint
create trigger refuse_change before update or delete on audit.entry for each row execute function audit.refuse_change();
--> statement-breakpoint
create trigger refuse_truncate before truncate on audit.entry execute function audit.refuse_change();
--> statement-breakpoint
alter table audit.action enable always trigger require_door, enable always trigger refuse_change, enable always trigger refuse_truncate;
--> statement-breakpoint
alter table audit.entry enable always trigger require_door, enable always trigger refuse_change, enable always trigger refuse_truncate;
--> statement-breakpoint

-- Words are only ever added, until they are lawfully taken out by an action of that name; their digest stays.
create function audit.keep_kept_words() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.current_action();
begin
  if tg_op = 'UPDATE' and new.digest = old.digest and new.body is null and old.body is not null
    and action.verb = 'words.redact' and action.outcome = 'done' and new.redacted_by = action.id
  then
    return new;
  end if;
  raise exception 'Words that were kept never change.' using errcode = 'CD003', detail = 'KEPT';
end $$;
--> statement-breakpoint
create trigger refuse_change before update or delete on audit.words for each row execute function audit.keep_kept_words();
--> statement-breakpoint
create trigger refuse_truncate before truncate on audit.words execute function audit.refuse_change();
--> statement-breakpoint
alter table audit.words enable always trigger refuse_change, enable always trigger refuse_truncate;
--> statement-breakpoint

-- A role that ended is granted anew, by somebody else; it is not revived.
create function public.keep_revoked() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.revoked_at is not null and (old.revoked_at, old.revoked_by) is distinct from (new.revoked_at, new.revoked_by) then
    raise exception 'A role that was revoked is granted anew, not revived.' using errcode = 'CD003', detail = 'KEPT';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_revoked before update on public.role_grant for each row execute function public.keep_revoked();
--> statement-breakpoint
alter table public.role_grant enable always trigger keep_revoked;
--> statement-breakpoint

create trigger keep_fact before update on public.session for each row execute function audit.keep_fact('ended_at', 'ended_by');
--> statement-breakpoint
create trigger keep_fact before update on public.invitation for each row execute function audit.keep_fact('accepted_at');
--> statement-breakpoint
create trigger keep_fact before update on public.import for each row execute function audit.keep_fact('committed_at', 'committed_by', 'scorecard_id');
--> statement-breakpoint
create trigger keep_fact before update on public.deputy for each row execute function audit.keep_fact('withdrawn_at', 'withdrawn_by');
--> statement-breakpoint
alter table public.deputy enable always trigger keep_fact;
--> statement-breakpoint
alter table public.session enable always trigger keep_fact;
--> statement-breakpoint
alter table public.invitation enable always trigger keep_fact;
--> statement-breakpoint
alter table public.import enable always trigger keep_fact;
--> statement-breakpoint

-- A label set is whole when the transaction that wrote it ends: two to six levels, ranked from 1 without a hole.
create function public.require_whole_label_set() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (select count(*) < 2 or max(rank) <> count(*) from public.label
    where label_set_id = (to_jsonb(new) ->> tg_argv[0])::uuid)
  then
    raise exception 'A label set has two to six levels, ranked from 1 without a hole.'
      using errcode = 'check_violation', constraint = 'label_set_is_whole';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger require_whole_label_set after insert on public.label_set deferrable initially deferred
  for each row execute function public.require_whole_label_set('id');
--> statement-breakpoint
create constraint trigger require_whole_label_set after insert on public.label deferrable initially deferred
  for each row execute function public.require_whole_label_set('label_set_id');
--> statement-breakpoint

-- A level more would take their grades from figures that the set already grades.
create function public.keep_levels_in_use() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from public.scorecard_label_set where label_set_id = new.label_set_id) then
    raise exception 'A label set in use gets no more levels; make a new one.' using errcode = 'CD003', detail = 'KEPT';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_levels_in_use before insert on public.label for each row execute function public.keep_levels_in_use();
--> statement-breakpoint
-- Bands are made with their set, in one transaction, ranked from 1 without a hole: a band more would grade old months anew.
create function public.keep_bands_of_set() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (select set_at from band_set where id = new.band_set_id) < transaction_timestamp() then
    raise exception 'Bands are set together; withdraw them and set others.' using errcode = 'CD003', detail = 'KEPT';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_bands_of_set before insert on public.band for each row execute function public.keep_bands_of_set();
--> statement-breakpoint
create function public.require_whole_bands() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (select max(rank) <> count(*) from band where band_set_id = new.band_set_id) then
    raise exception 'Bands are ranked from 1 without a hole.' using errcode = 'check_violation', constraint = 'bands_are_whole';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger require_whole_bands after insert on public.band deferrable initially deferred
  for each row execute function public.require_whole_bands();
--> statement-breakpoint
alter table public.band enable always trigger keep_bands_of_set, enable always trigger require_whole_bands;
--> statement-breakpoint

-- A scorecard that has words for its grades keeps some.
create function public.require_label_set() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from scorecard_label_set s where s.scorecard_id = new.scorecard_id and s.withdrawn_at is null) then
    raise exception 'A scorecard keeps a label set: choose another before this one is withdrawn.'
      using errcode = 'check_violation', constraint = 'scorecard_has_a_label_set';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger require_label_set after update on public.scorecard_label_set deferrable initially deferred
  for each row execute function public.require_label_set();
--> statement-breakpoint

-- A scorecard's teams and label sets are those of its own organisation.
create function public.require_own_team() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (select s.organisation_id from indicator i join scorecard s on s.id = i.scorecard_id where i.id = new.indicator_id)
    <> (select organisation_id from team where id = new.team_id)
  then
    raise exception 'This team is of another organisation.' using errcode = 'check_violation', constraint = 'team_of_its_organisation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger require_own_team before insert on public.indicator_team for each row execute function public.require_own_team();
--> statement-breakpoint
create function public.require_own_label_set() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (select organisation_id from scorecard where id = new.scorecard_id) <> (select organisation_id from label_set where id = new.label_set_id) then
    raise exception 'This label set is of another organisation.'
      using errcode = 'check_violation', constraint = 'label_set_of_its_organisation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger require_own_label_set before insert on public.scorecard_label_set for each row execute function public.require_own_label_set();
--> statement-breakpoint
alter table public.indicator_team enable always trigger require_own_team;
--> statement-breakpoint
alter table public.scorecard_label_set enable always trigger require_label_set, enable always trigger require_own_label_set;
--> statement-breakpoint
alter table public.label_set enable always trigger require_whole_label_set;
--> statement-breakpoint
alter table public.label enable always trigger require_whole_label_set, enable always trigger keep_levels_in_use;
--> statement-breakpoint

-- A revision is unchangeable once submitted or imported: it can only be withdrawn.
create function public.keep_submitted_revision() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (old.submitted_at is not null or old.source = 'import')
    and to_jsonb(old) - '{withdrawn_at,withdrawn_by,version}'::text[] is distinct from to_jsonb(new) - '{withdrawn_at,withdrawn_by,version}'::text[]
    or old.withdrawn_at is not null and (old.withdrawn_at, old.withdrawn_by) is distinct from (new.withdrawn_at, new.withdrawn_by)
  then
    raise exception 'A submitted revision never changes; write a new one.' using errcode = 'CD003', detail = 'KEPT';
  end if;
  if old.words <> new.words and old.written_at = new.written_at then
    raise exception 'Words are changed by somebody: say who writes them.' using errcode = 'CD006', detail = 'FALSE_AUTHOR';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_submitted_revision before update on public.comment_revision for each row execute function public.keep_submitted_revision();
--> statement-breakpoint

-- Authors are added to drafts alone.
create function public.keep_submitted_authors() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  revision public.comment_revision;
begin
  select * into revision from public.comment_revision where id = new.revision_id for share;
  if revision.submitted_at is not null then
    raise exception 'A submitted revision never changes; write a new one.' using errcode = 'CD003', detail = 'KEPT';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_submitted_authors before insert or update on public.revision_author for each row execute function public.keep_submitted_authors();
--> statement-breakpoint

-- Nobody approves their own words, nor has them approved in their name. Whose they are, the revision says, and the trail,
-- which knows everyone who ever wrote its text. The lock makes a concurrent author wait. (Triggers fire in the order of
-- their names: whether there is an author is asked first.)
create function public.decide_on_submitted_words() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  revision public.comment_revision;
  action audit.action := audit.current_action();
begin
  if new.for_person is distinct from action.on_behalf_of then
    raise exception 'A decision is for whom its action is.' using errcode = 'CD006', detail = 'FALSE_AUTHOR';
  end if;
  select * into revision from public.comment_revision where id = new.revision_id for update;
  if revision.submitted_at is null then
    raise exception 'This revision has not been submitted, so there is nothing to decide.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if revision.withdrawn_at is not null then
    raise exception 'This revision was withdrawn by its author.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if new.kind = 'approved' and (
    new.decided_by in (revision.written_by, revision.submitted_by)
    or new.for_person in (revision.written_by, revision.submitted_by)
    or exists (select from public.revision_author a
      where a.revision_id = new.revision_id and a.person_id in (new.decided_by, new.for_person))
    or exists (select from audit.entry e
      where e.table_name = 'comment_revision' and e.key = new.revision_id::text and e.person in (new.decided_by, new.for_person)
        and e.before ->> 'words' is distinct from e.after ->> 'words')
  ) then
    raise exception 'Nobody approves their own words.' using errcode = 'CD004', detail = 'OWN_WORDS';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger refuse_own_words before insert on public.comment_decision for each row execute function public.decide_on_submitted_words();
--> statement-breakpoint
alter table public.revision_author enable always trigger keep_submitted_authors;
--> statement-breakpoint
alter table public.comment_revision enable always trigger keep_submitted_revision;
--> statement-breakpoint
alter table public.comment_decision enable always trigger refuse_own_words;
