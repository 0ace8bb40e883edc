-- Sealing: what each cut newly holds of the trail becomes the next leaves of an RFC 6962 tree, whose head is signed outside
-- of the database. Who writes pays nothing: the leaves are found by what the cuts' snapshots see, without a queue.

CREATE TABLE "audit"."head" (
	"number" bigint PRIMARY KEY NOT NULL,
	"incarnation" integer NOT NULL,
	"cut" bigint NOT NULL,
	"size" bigint NOT NULL,
	"root" "bytea" NOT NULL,
	"peaks" "bytea"[] NOT NULL,
	"note" text NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "head_cut_unique" UNIQUE("cut"),
	CONSTRAINT "root_is_a_hash" CHECK (octet_length("audit"."head"."root") = 32),
	CONSTRAINT "note_is_short" CHECK (length("audit"."head"."note") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "audit"."key_change" (
	"number" integer PRIMARY KEY NOT NULL,
	"note" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."leaf" (
	"number" bigint PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"position" bigint,
	"action" uuid,
	CONSTRAINT "leaf_position_unique" UNIQUE("position"),
	CONSTRAINT "leaf_action_unique" UNIQUE("action"),
	CONSTRAINT "leaf_is_of_one" CHECK (("audit"."leaf"."position" is null) <> ("audit"."leaf"."action" is null)),
	CONSTRAINT "leaf_is_a_hash" CHECK (octet_length("audit"."leaf"."hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "audit"."subtree" (
	"level" smallint NOT NULL,
	"index" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "subtree_level_index_pk" PRIMARY KEY("level","index"),
	CONSTRAINT "subtree_is_a_hash" CHECK (octet_length("audit"."subtree"."hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "audit"."verification" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit"."verification_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"size" bigint NOT NULL,
	"wrong" jsonb NOT NULL,
	"said" jsonb NOT NULL,
	CONSTRAINT "verification_kind_is_known" CHECK ("audit"."verification"."kind" in ('verified', 'not sealed')),
	CONSTRAINT "verification_is_short" CHECK (length("audit"."verification"."wrong"::text) + length("audit"."verification"."said"::text) <= 200000)
);
--> statement-breakpoint
ALTER TABLE "audit"."incarnation" ADD COLUMN "put_back_after" text;
--> statement-breakpoint
ALTER TABLE "audit"."head" ADD CONSTRAINT "head_incarnation_incarnation_number_fk" FOREIGN KEY ("incarnation") REFERENCES "audit"."incarnation"("number") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "audit"."head" ADD CONSTRAINT "head_cut_cut_number_fk" FOREIGN KEY ("cut") REFERENCES "audit"."cut"("number") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint

-- What is hashed of an entry and of an action: every column by its name, as jsonb writes it. An outsider can read it.
create function audit.leaf_of_entry(e audit.entry) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('leaf', 'entry', 'position', e.position, 'xid', e.xid::text, 'action', e.action,
    'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'organisation', e.organisation,
    'scorecard', e.scorecard, 'team', e.team, 'person', e.person, 'verb', e.verb, 'indicator', e.indicator,
    'month', to_char(e.month, 'YYYY-MM'), 'table_name', e.table_name, 'key', e.key, 'row_version', e.row_version,
    'operation', e.operation, 'before', e.before, 'after', e.after)::text
$$;
--> statement-breakpoint
create function audit.leaf_of_action(a audit.action) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('leaf', 'action', 'id', a.id, 'xid', a.xid::text,
    'begun_at', to_char(a.begun_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'organisation', a.organisation,
    'kind', a.kind, 'person', a.person, 'on_behalf_of', a.on_behalf_of, 'session', a.session, 'verb', a.verb,
    'reason', a.reason, 'import', a.import, 'request_id', a.request_id, 'request_digest', a.request_digest,
    'address', a.address, 'agent', a.agent, 'database_role', a.database_role, 'outcome', a.outcome, 'code', a.code)::text
$$;
--> statement-breakpoint

-- What a cut holds and the sealed one before it does not: entries in order of position, each action before its first.
-- Of one count of transaction ids both are found by their ids; of another, and at first, everything that is no leaf yet.
create function audit.unsealed(sealed audit.cut, next audit.cut)
returns table (place bigint, "position" bigint, action uuid, body text)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  present audit.incarnation;
begin
  select i.* into present from audit.incarnation i where i.number = next.incarnation;
  if sealed.incarnation = next.incarnation then
    return query
      with fresh as materialized (
        select e.* from audit.entry e
        where e.xid >= pg_snapshot_xmin(sealed.snapshot) and e.position >= present.first_position
          and pg_visible_in_snapshot(e.xid, next.snapshot) and not pg_visible_in_snapshot(e.xid, sealed.snapshot)
          and not exists (select from audit.leaf l where l.position = e.position)),
      firsts as (select f.action, min(f.position) as place from fresh f group by f.action)
      select f.position, f.position, null::uuid, audit.leaf_of_entry(f) from fresh f
      union all
      select coalesce(p.place, next.newest + 1), null, a.id, audit.leaf_of_action(a) from audit.action a left join firsts p on p.action = a.id
      where a.xid >= pg_snapshot_xmin(sealed.snapshot)
        and pg_visible_in_snapshot(a.xid, next.snapshot) and not pg_visible_in_snapshot(a.xid, sealed.snapshot)
        and not exists (select from audit.leaf l where l.action = a.id);
    return;
  end if;
  return query
    with fresh as materialized (
      select e.* from audit.entry e
      where e.position <= next.newest and (e.position < present.first_position or pg_visible_in_snapshot(e.xid, next.snapshot))
        and not exists (select from audit.leaf l where l.position = e.position)),
    firsts as (select f.action, min(f.position) as place from fresh f group by f.action)
    select f.position, f.position, null::uuid, audit.leaf_of_entry(f) from fresh f
    union all
    select coalesce(p.place, next.newest + 1), null, a.id, audit.leaf_of_action(a) from audit.action a left join firsts p on p.action = a.id
    where (a.begun_at < present.begun_at or pg_visible_in_snapshot(a.xid, next.snapshot))
      and not exists (select from audit.leaf l where l.action = a.id);
end $$;
--> statement-breakpoint

-- The leaves of the newest cut, and all that whoever signs needs beside them: the head before, and of each leaf that it has
-- not the hash, in their order. Nothing where nothing is new, where somebody else seals just now, whom only `for_certain`
-- waits for, or where there is more than `most`. The lock is held until the head is added, or all is rolled back.
create function audit.add_leaves(for_certain boolean default false, most bigint default null)
returns table (number bigint, incarnation int, put_back_after text, cut bigint, taken_at text,
  size_before bigint, root_before bytea, peaks bytea[], note_before text, hashes bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  last_head audit.head;
  sealed audit.cut;
  next audit.cut;
begin
  if not exists (select from (select c.number from audit.cut c order by c.number desc limit 1) c
    where c.number > coalesce((select max(h.cut) from audit.head h), 0))
  then
    return;
  end if;
  if for_certain then
    lock table audit.head in share row exclusive mode;
  else
    begin
      lock table audit.head in share row exclusive mode nowait;
    exception when lock_not_available then
      return;
    end;
  end if;
  select h.* into last_head from audit.head h order by h.number desc limit 1;
  select c.* into next from audit.cut c order by c.number desc limit 1;
  select c.* into sealed from audit.cut c where c.number = last_head.cut;
  if next.number = last_head.cut or next.newest - coalesce(sealed.newest, 0) > most then
    return;
  end if;
  insert into audit.leaf (number, hash, position, action)
  select coalesce((select max(l.number) from audit.leaf l), -1)
      + row_number() over (order by u.place, u.position nulls first, u.action),
    sha256('\x00'::bytea || convert_to(u.body, 'UTF8')), u.position, u.action
  from audit.unsealed(sealed, next) u;
  return query
    select coalesce(last_head.number, 0) + 1, next.incarnation, i.put_back_after, next.number,
      to_char(next.taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      coalesce(last_head.size, 0), last_head.root, last_head.peaks, last_head.note,
      coalesce((select string_agg(l.hash, ''::bytea order by l.number) from audit.leaf l where l.number >= coalesce(last_head.size, 0)), ''::bytea)
    from audit.incarnation i where i.number = next.incarnation;
end $$;
--> statement-breakpoint

-- The head of all leaves as of a cut, signed by who asked for them; `subtrees` is a list of [level, index, hash in hex].
create function audit.add_head(of_cut bigint, root bytea, peaks bytea[], note text, subtrees jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last_head audit.head;
  sealed audit.cut;
  next audit.cut;
begin
  lock table audit.head in share row exclusive mode;
  select h.* into last_head from audit.head h order by h.number desc limit 1;
  select c.* into sealed from audit.cut c where c.number = last_head.cut;
  select c.* into next from audit.cut c where c.number = of_cut;
  if next.number is null or next.number <= last_head.cut or exists (select from audit.unsealed(sealed, next)) then
    raise exception 'A head is of a cut all of whose entries are leaves.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  insert into audit.head (number, incarnation, cut, size, root, peaks, note)
  values (coalesce(last_head.number, 0) + 1, next.incarnation, next.number,
    coalesce((select max(l.number) from audit.leaf l), -1) + 1, root, peaks, note);
  insert into audit.subtree (level, index, hash)
  select (s ->> 0)::smallint, (s ->> 1)::bigint, decode(s ->> 2, 'hex') from jsonb_array_elements(subtrees) s;
end $$;
--> statement-breakpoint

-- An older backup was put back, after more had been signed than it holds: its own count begins, and says after which head.
create function audit.begin_incarnation(put_back_after text) returns audit.incarnation
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  present audit.incarnation;
begin
  lock table audit.incarnation in share row exclusive mode;
  lock table audit.entry in share row exclusive mode;
  insert into audit.incarnation (number, system_identifier, first_position, put_back_after)
  select (select max(i.number) + 1 from audit.incarnation i), s.system_identifier,
    coalesce((select max(e.position) from audit.entry e), 0) + 1, put_back_after
  from pg_control_system() s
  returning * into present;
  return present;
end $$;
--> statement-breakpoint

-- What a verification found, or why nothing was signed.
create function audit.add_verification(kind text, began_at timestamptz, size bigint, wrong jsonb, said jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into audit.verification (kind, began_at, size, wrong, said) values (kind, began_at, size, wrong, said)
$$;
--> statement-breakpoint
do $$
declare
  of_seal text;
begin
  foreach of_seal in array array['head', 'leaf', 'subtree', 'key_change', 'verification'] loop
    execute format('create trigger refuse_change before update or delete on audit.%I for each row execute function audit.refuse_change()', of_seal);
    execute format('create trigger refuse_truncate before truncate on audit.%I execute function audit.refuse_change()', of_seal);
    execute format('alter table audit.%I enable always trigger refuse_change, enable always trigger refuse_truncate', of_seal);
  end loop;
end $$;
