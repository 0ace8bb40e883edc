-- The audit trail: one action a transaction, one entry a row written, nothing written without an author.
-- SQLSTATEs of our own: CD001 no author, CD002 session ended, CD003 kept for ever, CD004 own words,
-- CD005 wrong state, CD006 somebody else's name, CD007 request used twice. The detail is the refusal's code.

create schema access;
--> statement-breakpoint

-- The action of this transaction. Found by transaction id and time, never by a setting, which any statement could set:
-- after a restore old transaction ids come back, so the id alone could credit a write to somebody else.
create function audit.current_action() returns audit.action
language sql stable security definer set search_path = '' as $$
  select a from audit.action a
  where a.xid = pg_current_xact_id_if_assigned() and a.begun_at = transaction_timestamp()
$$;
--> statement-breakpoint

create function audit.require_action(of_table text) returns audit.action
language plpgsql stable security definer set search_path = '' as $$
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

-- BEFORE every row: never deleted, the columns named in the arguments never changed, *_by is the action's person
-- (and what a person does, *_at, is never without it; words alone may come from an import, which has no author),
-- the version goes up when something else really differs.
create function audit.guard_row() returns trigger
language plpgsql security definer set search_path = '' set timezone = 'UTC' as $$
declare
  action audit.action;
  was jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  becomes jsonb;
  col text;
begin
  if tg_op = 'DELETE' then
    raise exception 'Rows of % are never deleted.', tg_table_name using errcode = 'CD003', detail = 'KEPT';
  end if;
  action := audit.require_action(tg_table_name);
  becomes := to_jsonb(new);
  if tg_op = 'UPDATE' then
    foreach col in array tg_argv loop
      if was -> col is distinct from becomes -> col then
        raise exception '% of % never changes.', col, tg_table_name using errcode = 'CD003', detail = 'KEPT';
      end if;
    end loop;
  end if;
  for col in select key from jsonb_each_text(becomes) where key like '%\_by' and value is not null loop
    if was -> col is distinct from becomes -> col and becomes ->> col is distinct from action.person::text then
      raise exception '% of % names somebody other than the person of this action.', col, tg_table_name
        using errcode = 'CD006', detail = 'FALSE_AUTHOR';
    end if;
  end loop;
  if action.kind = 'person' then
    for col in select left(key, -3) from jsonb_object_keys(becomes) key where key like '%\_by' and key <> 'written_by' loop
      if becomes ->> (col || '_by') is null and becomes ->> (col || '_at') is not null
        and was -> (col || '_at') is distinct from becomes -> (col || '_at')
      then
        raise exception '%_at of % says when, but %_by not who.', col, tg_table_name, col
          using errcode = 'CD006', detail = 'FALSE_AUTHOR';
      end if;
    end loop;
  end if;
  if becomes ? 'version' then
    new := jsonb_populate_record(new, jsonb_build_object('version', case
      when tg_op = 'INSERT' then 1
      when was - 'version' = becomes - 'version' then (was ->> 'version')::int
      else (was ->> 'version')::int + 1 end));
  end if;
  return new;
end $$;
--> statement-breakpoint

-- Whose trail an entry belongs to when neither action nor row says: the scorecard's, else the only organisation's.
create function audit.organisation_of(of_scorecard uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select organisation_id from public.scorecard where id = of_scorecard),
    (select case when count(*) = 1 then (array_agg(id))[1] end from public.organisation))
$$;
--> statement-breakpoint

create function audit.team_of(of_indicator uuid, of_month date) returns uuid
language sql stable security definer set search_path = '' as $$
  select team_id from public.indicator_team
  where indicator_id = of_indicator and from_month <= coalesce(of_month, 'infinity')
  order by from_month desc limit 1
$$;
--> statement-breakpoint

-- AFTER every row: one entry. The first argument is the key's column, the others are columns kept out of the images.
create function audit.record_entry() returns trigger
language plpgsql security definer set search_path = '' set timezone = 'UTC' as $$
declare
  action audit.action := audit.require_action(tg_table_name);
  hidden text[] := tg_argv[1:];
  before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  after jsonb := to_jsonb(new);
  of_indicator uuid := case when tg_table_name = 'indicator' then (after ->> 'id')::uuid else (after ->> 'indicator_id')::uuid end;
  of_month date := (after ->> 'month')::date;
  of_scorecard uuid := case when tg_table_name = 'scorecard' then (after ->> 'id')::uuid else (after ->> 'scorecard_id')::uuid end;
  of_team uuid := case when tg_table_name = 'team' then (after ->> 'id')::uuid else (after ->> 'team_id')::uuid end;
  of_organisation uuid := coalesce(action.organisation,
    case when tg_table_name = 'organisation' then (after ->> 'id')::uuid else (after ->> 'organisation_id')::uuid end);
begin
  if before = after then
    return null;
  end if;
  if of_indicator is not null then
    select scorecard_id into of_scorecard from public.indicator where id = of_indicator;
    of_team := coalesce(of_team, audit.team_of(of_indicator, of_month));
  end if;
  insert into audit.entry (action, organisation, scorecard, team, person, verb, indicator, month, table_name, key,
    row_version, operation, before, after)
  values (action.id, coalesce(of_organisation, audit.organisation_of(of_scorecard)), of_scorecard, of_team, action.person,
    action.verb, of_indicator, of_month, tg_table_name, after ->> tg_argv[0], (after ->> 'version')::int,
    case when tg_op = 'INSERT' then 'created' else 'changed' end, before - hidden, after - hidden);
  return null;
end $$;
--> statement-breakpoint

create function audit.refuse_truncate() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'Rows of % are never deleted.', tg_table_name using errcode = 'CD003', detail = 'KEPT';
end $$;
--> statement-breakpoint

create function audit.refuse_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'The audit trail is only ever appended to.' using errcode = 'CD003', detail = 'KEPT';
end $$;
--> statement-breakpoint

-- Puts a table under the trail. `unchanging`: its identifying columns; `hidden`: columns kept out of the images.
create function audit.watch(watched regclass, unchanging text[], hidden text[] default '{}', key_column text default 'id')
returns void language plpgsql set search_path = '' as $$
declare
  quoted_unchanging text := (select coalesce(string_agg(quote_literal(c), ', '), '') from unnest(key_column || unchanging) c);
  quoted_entry text := (select string_agg(quote_literal(c), ', ') from unnest(key_column || hidden) c);
begin
  execute format('create trigger guard_row before insert or update or delete on %s for each row execute function audit.guard_row(%s)',
    watched, quoted_unchanging);
  execute format('create trigger record_entry after insert or update on %s for each row execute function audit.record_entry(%s)',
    watched, quoted_entry);
  execute format('create trigger refuse_truncate before truncate on %s execute function audit.refuse_truncate()', watched);
  execute format('alter table %s enable always trigger guard_row', watched);
  execute format('alter table %s enable always trigger record_entry', watched);
  execute format('alter table %s enable always trigger refuse_truncate', watched);
end $$;
--> statement-breakpoint

select
  audit.watch('organisation', '{slug}'),
  audit.watch('team', '{organisation_id,slug}'),
  audit.watch('person', '{}'),
  audit.watch('credential', '{person_id}', '{password_hash}'),
  audit.watch('invitation', '{person_id,token_hash,invited_at,invited_by}', '{token_hash}'),
  audit.watch('role_grant', '{organisation_id,person_id,role,team_id,granted_at,granted_by}'),
  audit.watch('session', '{person_id,token_hash,method,started_at}', '{token_hash}'),
  audit.watch('scorecard', '{organisation_id,slug}'),
  audit.watch('theme', '{scorecard_id,slug}'),
  audit.watch('section', '{scorecard_id,number}'),
  audit.watch('label_set', '{organisation_id}'),
  audit.watch('label', '{label_set_id,rank,word,short,shape,tone,asks_for_comment}'),
  audit.watch('scorecard_label_set', '{scorecard_id,from_month}'),
  audit.watch('indicator', '{scorecard_id,ref}'),
  audit.watch('indicator_definition', '{indicator_id,from_month}'),
  audit.watch('indicator_team', '{indicator_id,from_month}'),
  audit.watch('due_rule', '{indicator_id,from_month}'),
  audit.watch('band_set', '{indicator_id,from_month}'),
  audit.watch('band', '{band_set_id,indicator_id,rank,as_typed,edge,strict}'),
  audit.watch('benchmark', '{indicator_id,name,from_month}'),
  audit.watch('milestone', '{indicator_id,month}'),
  audit.watch('scorecard_month', '{scorecard_id,month,opened_at,opened_by}'),
  audit.watch('actual', '{indicator_id,month}'),
  audit.watch('comment', '{indicator_id,month}'),
  audit.watch('comment_revision', '{comment_id,indicator_id,month,number,source,import_id}'),
  audit.watch('revision_author', '{revision_id,indicator_id,month,person_id}'),
  audit.watch('comment_text', '{indicator_id,month,salt}', '{salt,body}', 'revision_id'),
  audit.watch('comment_decision', '{revision_id,indicator_id,month,kind,reason,decided_at,decided_by,for_person,actual_version,figure,missing,grade,band_set_id}'),
  audit.watch('import', '{organisation_id,kind,file_name,sha256,bytes,read_at,read_by}'),
  audit.watch('import_file', '{content}', '{content}', 'import_id'),
  audit.watch('import_doubt', '{import_id,key,kind,position,row,column,about,as_it_came,proposed}', '{about,as_it_came,proposed,answer}');
--> statement-breakpoint

-- Actions and entries are written by the doors and by the rows' trigger, never by hand: nobody's name is forged.
create function audit.require_door() returns trigger
language plpgsql set search_path = '' as $$
declare
  context text;
begin
  get diagnostics context = pg_context;
  if context !~ '\m(audit\.(begin|begin_operator|begin_migration|refuse|record_entry|read)|access\.(start_session|refuse_sign_in|accept_invitation))\(' then
    raise exception 'The audit trail is written by its doors, never by hand.' using errcode = 'CD001', detail = 'NO_AUTHOR';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger require_door before insert on audit.action for each row execute function audit.require_door();
--> statement-breakpoint
create trigger require_door before insert on audit.entry for each row execute function audit.require_door();
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

-- An action is always of the present transaction and of the login that really asks, whoever inserts it.
create function audit.stamp_action() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.xid := pg_current_xact_id();
  new.begun_at := transaction_timestamp();
  new.database_role := session_user;
  return new;
end $$;
--> statement-breakpoint
create trigger stamp_action before insert on audit.action for each row execute function audit.stamp_action();
--> statement-breakpoint

create function audit.stamp_entry() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.xid := pg_current_xact_id();
  new.at := clock_timestamp();
  return new;
end $$;
--> statement-breakpoint
create trigger stamp_entry before insert on audit.entry for each row execute function audit.stamp_entry();
--> statement-breakpoint
alter table audit.action enable always trigger stamp_action;
--> statement-breakpoint
alter table audit.entry enable always trigger stamp_entry;
--> statement-breakpoint

-- A role that ended is granted anew, by somebody else; it is not revived.
create function public.keep_revoked() returns trigger
language plpgsql set search_path = '' as $$
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

-- An end is a fact: what has happened, in the columns named, neither unhappens nor happens again.
create function audit.keep_fact() returns trigger
language plpgsql set search_path = '' as $$
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
create trigger keep_fact before update on public.session for each row execute function audit.keep_fact('ended_at', 'ended_by');
--> statement-breakpoint
create trigger keep_fact before update on public.invitation for each row execute function audit.keep_fact('accepted_at');
--> statement-breakpoint
create trigger keep_fact before update on public.import for each row execute function audit.keep_fact('committed_at', 'committed_by', 'scorecard_id');
--> statement-breakpoint
alter table public.session enable always trigger keep_fact;
--> statement-breakpoint
alter table public.invitation enable always trigger keep_fact;
--> statement-breakpoint
alter table public.import enable always trigger keep_fact;
--> statement-breakpoint

-- A label set is whole when the transaction that wrote it ends: two to six levels, ranked from 1 without a hole.
create function public.require_whole_label_set() returns trigger
language plpgsql set search_path = '' as $$
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
language plpgsql set search_path = '' as $$
begin
  if exists (select from public.scorecard_label_set where label_set_id = new.label_set_id) then
    raise exception 'A label set in use gets no more levels; make a new one.' using errcode = 'CD003', detail = 'KEPT';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_levels_in_use before insert on public.label for each row execute function public.keep_levels_in_use();
--> statement-breakpoint
alter table public.label_set enable always trigger require_whole_label_set;
--> statement-breakpoint
alter table public.label enable always trigger require_whole_label_set, enable always trigger keep_levels_in_use;
--> statement-breakpoint

-- The words' digest, so that the trail can prove them without holding them.
create function public.digest_words() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.digest := encode(sha256(new.salt || convert_to(new.body, 'UTF8')), 'hex');
  return new;
end $$;
--> statement-breakpoint
create trigger digest_words before insert or update on public.comment_text for each row execute function public.digest_words();
--> statement-breakpoint

-- A revision is unchangeable once submitted or imported: it can only be withdrawn.
create function public.keep_submitted_revision() returns trigger
language plpgsql set search_path = '' as $$
begin
  if (old.submitted_at is not null or old.source = 'import')
    and to_jsonb(old) - '{withdrawn_at,withdrawn_by,version}'::text[] is distinct from to_jsonb(new) - '{withdrawn_at,withdrawn_by,version}'::text[]
    or old.withdrawn_at is not null and (old.withdrawn_at, old.withdrawn_by) is distinct from (new.withdrawn_at, new.withdrawn_by)
  then
    raise exception 'A submitted revision never changes; write a new one.' using errcode = 'CD003', detail = 'KEPT';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_submitted_revision before update on public.comment_revision for each row execute function public.keep_submitted_revision();
--> statement-breakpoint

-- Words and authors are added to drafts alone (an imported revision gets its words once).
create function public.keep_submitted_words() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  revision public.comment_revision;
begin
  select * into revision from public.comment_revision where id = new.revision_id for share;
  if revision.submitted_at is not null or (revision.source = 'import' and tg_op = 'UPDATE') then
    raise exception 'A submitted revision never changes; write a new one.' using errcode = 'CD003', detail = 'KEPT';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_submitted_words before insert or update on public.comment_text for each row execute function public.keep_submitted_words();
--> statement-breakpoint
create trigger keep_submitted_words before insert or update on public.revision_author for each row execute function public.keep_submitted_words();
--> statement-breakpoint

-- Nobody approves their own words, nor has them approved in their name. Whose they are, the revision says, and the trail,
-- which knows everyone who ever wrote its text. The lock makes a concurrent author wait. (Triggers fire in the order of
-- their names: whether there is an author is asked first.)
create function public.decide_on_submitted_words() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  revision public.comment_revision;
begin
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
      where e.table_name = 'comment_text' and e.key = new.revision_id::text and e.person in (new.decided_by, new.for_person))
  ) then
    raise exception 'Nobody approves their own words.' using errcode = 'CD004', detail = 'OWN_WORDS';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger refuse_own_words before insert on public.comment_decision for each row execute function public.decide_on_submitted_words();
--> statement-breakpoint
alter table public.comment_text enable always trigger digest_words, enable always trigger keep_submitted_words;
--> statement-breakpoint
alter table public.revision_author enable always trigger keep_submitted_words;
--> statement-breakpoint
alter table public.comment_revision enable always trigger keep_submitted_revision;
--> statement-breakpoint
alter table public.comment_decision enable always trigger refuse_own_words;
