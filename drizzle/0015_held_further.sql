-- What SQL could still do within a verb, with a live session: point a row at another scorecard's or organisation's, decide
-- what was decided, give another grade, settle answers anew, clear a figure to another, act after a session's end.
-- References first: where a row points to one that a scorecard or an organisation has, it is of the same.
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_of_its_organisation" UNIQUE("organisation_id","id");
--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_of_its_scorecard" UNIQUE("scorecard_id","id");
--> statement-breakpoint
ALTER TABLE "import" DROP CONSTRAINT "import_scorecard_id_scorecard_id_fk";
--> statement-breakpoint
ALTER TABLE "section" DROP CONSTRAINT "section_theme_id_theme_id_fk";
--> statement-breakpoint
ALTER TABLE "import" ADD CONSTRAINT "import_makes_a_scorecard_of_its_organisation" FOREIGN KEY ("organisation_id","scorecard_id") REFERENCES "public"."scorecard"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_of_a_theme_of_its_scorecard" FOREIGN KEY ("scorecard_id","theme_id") REFERENCES "public"."theme"("scorecard_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint

create function public.require_own_section() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (select s.scorecard_id from section s where s.id = new.section_id) <> (select i.scorecard_id from indicator i where i.id = new.indicator_id) then
    raise exception 'This section is of another scorecard.' using errcode = 'check_violation', constraint = 'section_of_its_scorecard';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger require_own_section before insert on public.indicator_definition for each row execute function public.require_own_section();
--> statement-breakpoint
alter table public.indicator_definition enable always trigger require_own_section;
--> statement-breakpoint

-- What a person does about an import is about the one that their action names.
create function audit.require_own_import(of_import uuid) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.current_action();
begin
  if action.kind = 'person' and of_import is distinct from action.import then
    raise exception 'This is of another import.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
end $$;
--> statement-breakpoint

create function public.require_own_import() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform audit.require_own_import(new.import_id);
  if (select s.organisation_id from indicator i join scorecard s on s.id = i.scorecard_id where i.id = new.indicator_id)
    <> (select organisation_id from import where id = new.import_id)
  then
    raise exception 'This import is of another organisation.' using errcode = 'check_violation', constraint = 'import_of_its_organisation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger require_own_import before insert on public.comment_revision for each row
  when (new.import_id is not null) execute function public.require_own_import();
--> statement-breakpoint
alter table public.comment_revision enable always trigger require_own_import;
--> statement-breakpoint

-- An import's hash and length are of the file that is kept. (By now its content stands among the words.)
create function public.require_own_file() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  file bytea;
begin
  perform audit.require_own_import(new.id);
  if tg_op = 'INSERT' then
    select decode(w.body, 'base64') into file from audit.words w where w.digest = new.content;
    if (encode(sha256(file), 'hex'), length(file)) is distinct from (new.sha256, new.bytes) then
      raise exception 'This hash or length is not of this file.' using errcode = 'check_violation', constraint = 'hash_of_its_file';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger require_own_file before insert or update on public.import for each row execute function public.require_own_file();
--> statement-breakpoint
alter table public.import enable always trigger require_own_file;
--> statement-breakpoint

-- What was doubtful, and what was answered, is settled once the import is committed; an answer is somebody's. The lock makes
-- an answer and a commit go one after the other.
create function public.keep_settled_answers() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  settled_at timestamptz;
begin
  perform audit.require_own_import(new.import_id);
  select i.committed_at into settled_at from public.import i where i.id = new.import_id for share;
  if settled_at is not null then
    raise exception 'This import was committed, so its answers are settled.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if tg_op = 'UPDATE' and old.answer is distinct from new.answer and old.answered_at is not distinct from new.answered_at then
    raise exception 'An answer is somebody’s: say who gives it.' using errcode = 'CD006', detail = 'FALSE_AUTHOR';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_settled_answers before insert or update on public.import_doubt for each row execute function public.keep_settled_answers();
--> statement-breakpoint
alter table public.import_doubt enable always trigger keep_settled_answers;
--> statement-breakpoint

-- Revisions are numbered in turn: after the last number there could be no more. (Which of two that are written at the same
-- moment is the next, the unique index says.)
create function public.number_in_turn() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.number not between 1 and 1 + (select coalesce(max(r.number), 0) from public.comment_revision r where r.comment_id = new.comment_id) then
    raise exception 'Revisions are numbered in turn.' using errcode = 'check_violation', constraint = 'revision_number_in_turn';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger number_in_turn before insert on public.comment_revision for each row execute function public.number_in_turn();
--> statement-breakpoint
alter table public.comment_revision enable always trigger number_in_turn;
--> statement-breakpoint

-- A password's hash is one, and neither takes minutes nor gigabytes to try. (Of what was set before, nothing is asked.)
ALTER TABLE "credential" ADD CONSTRAINT "password_hash_is_argon2id" CHECK ("credential"."password_hash" ~ '^[$]argon2id[$]v=19[$]m=[0-9]{1,5},t=[0-9],p=[0-9][$][A-Za-z0-9+/]{1,100}[$][A-Za-z0-9+/]{1,100}$') NOT VALID;
--> statement-breakpoint

-- A figure is one that the application would take, whatever its indicator. (Of what was written before, nothing is asked.)
ALTER TABLE "actual" ADD CONSTRAINT "actual_of_0_to_999999999" CHECK (least("actual"."value", "actual"."numerator", "actual"."denominator") >= 0 and greatest("actual"."value", "actual"."numerator", "actual"."denominator") <= 999999999) NOT VALID;
--> statement-breakpoint

-- What a refusal says is of a closed list. (Of what was entered before there was one, nothing is asked.)
ALTER TABLE "audit"."action" ADD CONSTRAINT "refusal_code_is_known" CHECK (case "audit"."action"."kind" when 'sign-in' then "audit"."action"."code" in ('UNKNOWN_PERSON', 'WRONG_PASSWORD', 'DISABLED', 'TOO_MANY') else "audit"."action"."code" in ('INVALID', 'NOT_FOUND', 'WRONG_ROLE', 'WRONG_SCOPE', 'WRONG_STATE', 'MONTH_NOT_OPEN', 'MONTH_CLOSED', 'NOT_DUE', 'OWN_WORDS', 'CONFLICT', 'BUSY', 'UNAVAILABLE', 'REQUEST_REUSED', 'SESSION_ENDED', 'OTHER_PERSON', 'WRONG_PASSWORD', 'TOO_MANY') end) NOT VALID;
--> statement-breakpoint
ALTER TABLE "audit"."action" ADD CONSTRAINT "refused_with_its_code" CHECK (("audit"."action"."outcome" = 'refused') = ("audit"."action"."code" is not null)) NOT VALID;
--> statement-breakpoint
ALTER TABLE "audit"."action" ADD CONSTRAINT "request_digest_is_short" CHECK (length("audit"."action"."request_digest") <= 100) NOT VALID;
--> statement-breakpoint

-- What the columns that a verb changes become.
ALTER TABLE "audit"."verb_write" ADD COLUMN "becomes" jsonb;
--> statement-breakpoint

-- A session is live by the clock, however long ago a transaction began.
create or replace function access.is_live(of_session uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
    select from public.session s
    join public.session_touch t on t.session_id = s.id
    cross join access.session_life life
    where s.id = of_session and s.ended_at is null and s.expires_at > clock_timestamp() and t.touched_at > clock_timestamp() - life.idle);
end $$;
--> statement-breakpoint

-- Nobody does in another’s name what is their own.
create or replace function access.require_verb(asked text, actor jsonb) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from audit.verb v where v.verb = asked and v.of_person
    and (v.roles is null and not actor ? 'onBehalfOf' or exists (select from jsonb_array_elements(actor -> 'roles') r where r ->> 'role' = any (v.roles))))
  then
    raise exception 'Your role does not allow this.' using errcode = 'CD006', detail = 'WRONG_ROLE';
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
  -- The door asked at the beginning; who goes on for long is asked anew, by the clock.
  if action.kind = 'person' and clock_timestamp() > action.begun_at + interval '1 second' and not access.is_live(action.session) then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  becomes := to_jsonb(new);
  if action.kind in ('person', 'system') then
    select w.* into allowed from audit.verb_write w where w.verb = action.verb and w.table_name = tg_table_name;
    if allowed.verb is null
      or tg_op = 'INSERT' and not coalesce(becomes @> allowed.makes, false)
      or tg_op = 'UPDATE' and (becomes - allowed.changes <> was - allowed.changes or not becomes @> coalesce(allowed.becomes, '{}'))
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

-- The grade that a figure earns in a month, with the bands and the levels that say so: as `earnedGrade` in lib/rules/grade.ts,
-- which a test compares.
create function audit.earned(of_indicator uuid, of_month date, figure numeric,
  out band_set_id uuid, out label_set_id uuid, out levels int, out grade int)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  sign int;
begin
  select h.id into band_set_id from holding.band_set() h
  where h.indicator_id = of_indicator and of_month between h.first_month and h.last_month;
  select s.label_set_id into label_set_id from indicator i
  join holding.label_set() h on h.scorecard_id = i.scorecard_id and of_month between h.first_month and h.last_month
  join scorecard_label_set s on s.id = h.id
  where i.id = of_indicator;
  select case d.direction when 'higher' then 1 else -1 end into sign from holding.definition() h join indicator_definition d on d.id = h.id
  where h.indicator_id = of_indicator and of_month between h.first_month and h.last_month;
  levels := (select count(*) from label l where l.label_set_id = earned.label_set_id);
  if figure is not null and (select count(*) from band b where b.band_set_id = earned.band_set_id) = levels - 1 then
    grade := coalesce((select min(b.rank) from band b
      where b.band_set_id = earned.band_set_id and (figure * sign > b.edge * sign or figure = b.edge and not b.strict)), levels);
  end if;
end $$;
--> statement-breakpoint

create or replace function public.decide_on_submitted_words() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  revision public.comment_revision;
  action audit.action := audit.current_action();
  stands public.actual;
  earned record;
  newest public.comment_decision;
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
  -- What a decision says that it saw is what stands; the lock keeps it standing until the decision does.
  select * into stands from public.actual where indicator_id = new.indicator_id and month = new.month for share;
  if action.kind = 'person' and (new.actual_version, new.figure, new.missing) is distinct from (stands.version, stands.value, stands.missing) then
    raise exception 'This is not the figure that stands there.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  -- The grade is what the figure earns by the bands and levels that hold there: left out, or just that.
  select * into earned from audit.earned(new.indicator_id, new.month, stands.value);
  if action.kind = 'person' and coalesce(new.grade::text, new.band_set_id::text, new.label_set_id::text) is null then
    new.grade := earned.grade;
    new.band_set_id := earned.band_set_id;
    new.label_set_id := earned.label_set_id;
  end if;
  if action.kind = 'person' and (new.grade, new.band_set_id, new.label_set_id) is distinct from (earned.grade, earned.band_set_id, earned.label_set_id) then
    raise exception 'This is not the grade that the figure earns.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  select * into newest from public.comment_decision d where d.revision_id = new.revision_id order by d.decided_at desc limit 1;
  if new.kind = 'withdrawn' and newest.kind is distinct from 'approved' then
    raise exception 'This revision is not approved, so there is no approval to withdraw.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if action.kind = 'person' and new.kind <> 'withdrawn' and exists (select from public.comment_revision r
    where r.comment_id = revision.comment_id and r.number > revision.number and r.submitted_at is not null and r.withdrawn_at is null)
  then
    raise exception 'Newer words were submitted in place of these.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  -- A revision is decided on once, unless its approval was withdrawn or has lapsed.
  if action.kind = 'person' and new.kind <> 'withdrawn' and newest.id is not null
    and not (newest.kind = 'withdrawn' and new.kind = 'approved')
    and not (newest.kind = 'approved' and (
      (newest.figure, newest.missing, newest.grade) is distinct from (stands.value, stands.missing, earned.grade)
      or newest.grade is not null and (select count(*) from public.label l where l.label_set_id = newest.label_set_id) not in (0, earned.levels)))
  then
    raise exception 'This revision was decided on already.' using errcode = 'CD005', detail = 'WRONG_STATE';
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

-- In one isolation level alone: in every other one, what was done meanwhile by others is not seen.
create or replace function audit.open_action(given audit.action) returns audit.action
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'What is written is judged as things are now, and not as they were when a transaction began.'
      using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
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

-- Whatever is of a month is of one that can be shown.
create or replace function audit.append_entry(given audit.entry) returns audit.entry
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if given.month is not null and (given.month not between '0001-01-01' and '9999-12-01' or extract(day from given.month) <> 1) then
    raise exception '% is not the first day of a month.', given.month using errcode = 'CD009', detail = 'INVALID';
  end if;
  given.position := nextval('audit.entry_position_seq');
  given.xid := pg_current_xact_id();
  given.at := clock_timestamp();
  insert into audit.entry overriding system value values (given.*);
  return given;
end $$;
--> statement-breakpoint

create or replace function audit.begin_system(verb text, reason text, organisation uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  given audit.action;
begin
  if not exists (select from audit.verb v where v.verb = begin_system.verb and not v.of_person) or begin_system.reason is null
    or not exists (select from public.organisation o where o.id = begin_system.organisation)
  then
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
  if of_session.id is null or not access.is_live(of_session.id) then
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

create or replace function audit.refuse_unsigned(kind text, verb text, code text, reason text, of_organisation uuid, of_scorecard uuid,
  of_indicator uuid, of_month date)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_action audit.action;
  given audit.entry;
begin
  if kind is distinct from 'system' and (kind is distinct from 'operator' or not pg_has_role(session_user, current_user, 'MEMBER')) then
    raise exception 'What is refused to a person is entered under their session.' using errcode = 'CD001', detail = 'NO_AUTHOR';
  end if;
  if kind = 'system' and not exists (select from audit.verb v where v.verb = refuse_unsigned.verb and not v.of_person) then
    raise exception 'Candour is not refused %: there is no such verb.', verb using errcode = 'CD006', detail = 'FALSE_VERB';
  end if;
  if of_organisation is not null and not exists (select from public.organisation o where o.id = of_organisation) then
    raise exception 'There is no such organisation.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
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
  if length(read.asked::text) > 20000 or jsonb_typeof(read.asked) <> 'object'
    or exists (select from jsonb_each(read.asked) of where jsonb_typeof(of.value) <> 'string')
  then
    raise exception 'What is asked for is a few words.' using errcode = 'CD009', detail = 'INVALID';
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

create or replace function access.refuse_sign_in(of_person uuid, code text, attempts int, address text, agent text)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_action audit.action;
  given audit.entry;
begin
  if attempts is null or attempts < 1 or of_person is not null and not exists (select from public.person p where p.id = of_person) then
    raise exception 'A refused sign-in stands for one or more, of somebody or of nobody known.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
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
  given.after := jsonb_build_object('attempts', least(attempts, 1000000));
  given := audit.append_entry(given);
end $$;
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
    ('scorecard_label_set', 'require_label_set'), ('scorecard_label_set', 'require_own_label_set'), ('indicator_team', 'require_own_team'),
    ('indicator_definition', 'require_own_section'), ('comment_revision', 'require_own_import'), ('comment_revision', 'number_in_turn'), ('import', 'require_own_file'),
    ('import_doubt', 'keep_settled_answers')
  ) needed (relation, trigger)
  where not exists (select from live where live.tgrelid = ('public.' || needed.relation)::regclass and live.tgname = needed.trigger)
  union
  -- Another function of a door's name would pass for it.
  select p.pronamespace::regnamespace || '.' || p.proname from pg_catalog.pg_proc p
  where p.pronamespace in ('audit'::regnamespace, 'access'::regnamespace) group by p.pronamespace, p.proname having count(*) > 1
  order by 1
$$;
