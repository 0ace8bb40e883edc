-- Cuts: moments of the whole database that somebody could have seen, each a snapshot with a number. What a cut holds is the
-- entries whose transactions its snapshot sees: whole transactions, and every version of a row without a gap. Nobody waits
-- for one, and who writes pays nothing for it.

CREATE TABLE "audit"."incarnation" (
	"number" integer PRIMARY KEY NOT NULL,
	"system_identifier" bigint NOT NULL,
	"first_position" bigint NOT NULL,
	"begun_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."cut" (
	"number" bigint PRIMARY KEY NOT NULL,
	"incarnation" integer NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"snapshot" "pg_snapshot" NOT NULL,
	"newest" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit"."cut" ADD CONSTRAINT "cut_incarnation_incarnation_number_fk" FOREIGN KEY ("incarnation") REFERENCES "audit"."incarnation"("number") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "cut_by_moment" ON "audit"."cut" USING btree ("taken_at","number");
--> statement-breakpoint

-- Which count of transaction ids is running: another one than before in another cluster, or where an entry is seen that
-- this count has not reached. The lock waits for who writes, once after each restore, so that no transaction is torn.
create function audit.hold_incarnation() returns audit.incarnation
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here bigint := (select s.system_identifier from pg_control_system() s);
  present audit.incarnation;
begin
  select i.* into present from audit.incarnation i order by i.number desc limit 1;
  if present.system_identifier = here and not coalesce((
    select e.xid is distinct from pg_current_xact_id_if_assigned() and not pg_visible_in_snapshot(e.xid, pg_current_snapshot())
    from audit.entry e where e.position >= present.first_position order by e.position desc limit 1), false)
  then
    return present;
  end if;
  perform pg_advisory_xact_lock(hashtext('candour incarnations'));
  if exists (select from audit.incarnation i where i.number > coalesce(present.number, 0)) then
    return audit.hold_incarnation();
  end if;
  lock table audit.entry in share row exclusive mode;
  insert into audit.incarnation (number, system_identifier, first_position)
  select coalesce(present.number, 0) + 1, here, coalesce(max(e.position), 0) + 1 from audit.entry e
  returning * into present;
  return present;
end $$;
--> statement-breakpoint

-- The snapshot of a statement that asks for it. What its own transaction has written is in it: an edition's cut holds the
-- edition. Its own id may be beyond the snapshot's end; every id between the two is of somebody still at work.
create function audit.own_snapshot(seen pg_snapshot) returns pg_snapshot
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when own.xid is null or pg_visible_in_snapshot(own.xid, seen) then seen
    else (pg_snapshot_xmin(seen) || ':' || (own.xid::text::bigint + 1) || ':' || (
      select coalesce(string_agg(x::text, ',' order by x), '') from (
        select t.x::text::bigint as x from pg_snapshot_xip(seen) t (x)
        union all select generate_series(pg_snapshot_xmax(seen)::text::bigint, own.xid::text::bigint - 1)) busy
    ))::pg_snapshot end
  from (select pg_current_xact_id_if_assigned() as xid) own
$$;
--> statement-breakpoint

-- Takes a cut when something is new, and answers its number, else null; null too while somebody else takes one, whom only
-- `for_certain` waits for. New is what is newer than the last cut's newest position, or was still being written at it.
-- The moment is read before the snapshot, so that everything committed by then is in it.
create function audit.take_cut(for_certain boolean default false) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  present audit.incarnation;
  last_cut audit.cut;
  moment timestamptz;
  taken bigint;
begin
  if for_certain then
    perform pg_advisory_xact_lock(hashtext('candour cuts'));
  elsif not pg_try_advisory_xact_lock(hashtext('candour cuts')) then
    return null;
  end if;
  present := audit.hold_incarnation();
  select c.* into last_cut from audit.cut c order by c.number desc limit 1;
  if last_cut.incarnation = present.number
    and not exists (select from audit.entry e where e.position > last_cut.newest)
    and not exists (select from pg_snapshot_xip(last_cut.snapshot) busy (xid) join audit.entry e on e.xid = busy.xid
      where e.position >= present.first_position)
  then
    return null;
  end if;
  moment := greatest(clock_timestamp(), last_cut.taken_at);
  insert into audit.cut (number, incarnation, taken_at, snapshot, newest)
  select coalesce(last_cut.number, 0) + 1, present.number, moment, s.snapshot, coalesce((select max(e.position) from audit.entry e), 0)
  from (select audit.own_snapshot(pg_current_snapshot()) as snapshot offset 0) s
  returning number into taken;
  return taken;
end $$;
--> statement-breakpoint

-- The entries that a cut holds.
create function audit.entries_in(of_cut bigint) returns setof audit.entry
language sql stable set search_path = pg_catalog, pg_temp as $$
  select e.* from audit.cut c join audit.incarnation i on i.number = c.incarnation
  join audit.entry e on e.position <= c.newest and (e.position < i.first_position or pg_visible_in_snapshot(e.xid, c.snapshot))
  where c.number = of_cut
$$;
--> statement-breakpoint

create trigger refuse_change before update or delete on audit.cut for each row execute function audit.refuse_change();
--> statement-breakpoint
create trigger refuse_truncate before truncate on audit.cut execute function audit.refuse_change();
--> statement-breakpoint
create trigger refuse_change before update or delete on audit.incarnation for each row execute function audit.refuse_change();
--> statement-breakpoint
create trigger refuse_truncate before truncate on audit.incarnation execute function audit.refuse_change();
--> statement-breakpoint
alter table audit.cut enable always trigger refuse_change, enable always trigger refuse_truncate;
--> statement-breakpoint
alter table audit.incarnation enable always trigger refuse_change, enable always trigger refuse_truncate;
--> statement-breakpoint
select audit.hold_incarnation();
