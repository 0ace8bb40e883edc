-- An action is sealed where its first entry is: looked up for each, because joined to all that are new, where statistics were
-- old, they were gone through anew for each. What one action enters is of one transaction: all of it is new, or none.
create or replace function audit.unsealed(sealed audit.cut, next audit.cut)
returns table (place bigint, "position" bigint, action uuid, body text)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  present audit.incarnation;
begin
  select i.* into present from audit.incarnation i where i.number = next.incarnation;
  if sealed.incarnation = next.incarnation then
    return query
      select e.position, e.position, null::uuid, audit.leaf_of_entry(e) from audit.entry e
      where e.xid >= pg_snapshot_xmin(sealed.snapshot) and e.position >= present.first_position
        and pg_visible_in_snapshot(e.xid, next.snapshot) and not pg_visible_in_snapshot(e.xid, sealed.snapshot)
        and not exists (select from audit.leaf l where l.position = e.position)
      union all
      select coalesce((select min(e.position) from audit.entry e where e.action = a.id), next.newest + 1), null, a.id, audit.leaf_of_action(a)
      from audit.action a
      where a.xid >= pg_snapshot_xmin(sealed.snapshot)
        and pg_visible_in_snapshot(a.xid, next.snapshot) and not pg_visible_in_snapshot(a.xid, sealed.snapshot)
        and not exists (select from audit.leaf l where l.action = a.id);
    return;
  end if;
  return query
    select e.position, e.position, null::uuid, audit.leaf_of_entry(e) from audit.entry e
    where e.position <= next.newest and (e.position < present.first_position or pg_visible_in_snapshot(e.xid, next.snapshot))
      and not exists (select from audit.leaf l where l.position = e.position)
    union all
    select coalesce((select min(e.position) from audit.entry e where e.action = a.id), next.newest + 1), null, a.id, audit.leaf_of_action(a)
    from audit.action a
    where (a.begun_at < present.begun_at or pg_visible_in_snapshot(a.xid, next.snapshot))
      and not exists (select from audit.leaf l where l.action = a.id);
end $$;
