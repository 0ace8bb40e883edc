-- Whoever may log in may take an advisory lock and keep it. What others must wait for is a lock that only the owner's
-- functions can take: of cuts and incarnations the table's, which a login that may only read it cannot.
create or replace function audit.hold_incarnation() returns audit.incarnation
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
  lock table audit.incarnation in share row exclusive mode;
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

create or replace function audit.take_cut(for_certain boolean default false) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  present audit.incarnation;
  last_cut audit.cut;
  moment timestamptz;
  taken bigint;
begin
  if for_certain then
    lock table audit.cut in share row exclusive mode;
  else
    begin
      lock table audit.cut in share row exclusive mode nowait;
    exception when lock_not_available then
      return null;
    end;
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

create or replace function public.keep_editions_in_turn() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.scorecard_month m
  where m.scorecard_id = new.scorecard_id and m.month = new.month and m.closed_at is not null for update;
  if not found then
    raise exception 'Only a closed month is published.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  lock table audit.cut in share row exclusive mode;
  new.number := (select coalesce(max(e.number), 0) + 1 from public.edition e
    where e.scorecard_id = new.scorecard_id and e.month = new.month);
  new.cut := (select coalesce(max(c.number), 0) + 1 from audit.cut c);
  return new;
end $$;
--> statement-breakpoint

-- Of who ends their sessions the row of their password, which no login may change and no other write wants; of who has none
-- a lock by name, since the row of the person is shared by whatever they write meanwhile.
create or replace function access.hold_sessions(token text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash text := access.token_hash(hold_sessions.token);
  own_person uuid := (select own.person_id from public.session own where own.token_hash = hash);
begin
  perform from public.credential c where c.person_id = own_person for no key update;
  if not found then
    perform pg_advisory_xact_lock(hashtext('sessions'), hashtext(own_person::text));
  end if;
end $$;
