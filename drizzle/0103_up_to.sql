-- What somebody read a moment ago stands for as long as nothing is written: whoever is looked up by their session is told by what
-- they would notice that something was.

CREATE INDEX "reopening_by_until" ON "reopening" USING btree ("reopened_until");
--> statement-breakpoint

-- Up to where everything that is read stands: it changes with every transaction that enters anything; when a return that was
-- reopened until a moment is locked again, which nobody enters; and with the day, wherever an organisation is. Null while a
-- transaction is open that is older than one that ended: so whatever commits later is newer than all that were seen, and becomes
-- the newest. What a restored trail has from another server, beyond all that there are here, is left out.
create function audit.up_to() returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select concat_ws(' ', (select e.xid from audit.entry e where e.xid < pg_snapshot_xmax(s) order by e.xid desc limit 1),
    (select count(*) from public.reopening r where r.reopened_until > now()),
    (select string_agg((now() at time zone o.time_zone)::date::text, ' ' order by o.time_zone)
      from (select distinct time_zone from public.organisation) o))
  from pg_current_snapshot() s where pg_snapshot_xmin(s) = pg_snapshot_xmax(s)
$$;
--> statement-breakpoint

drop function access.see(text);
--> statement-breakpoint

-- How much waits for them is not counted again where whoever asks knows it as of the same state.
create function access.see(token text, known text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  up_to text := audit.up_to();
  actor jsonb := access.actor(see.token);
  heads uuid[];
begin
  if actor is not null then
    perform from public.session_touch t
    where t.session_id = (actor ->> 'sessionId')::uuid and t.touched_at < now() - interval '1 minute' for update skip locked;
    if found then
      update public.session_touch set touched_at = now() where session_id = (actor ->> 'sessionId')::uuid;
    end if;
    actor := access.with_standing(actor);
    heads := array(select (r #>> '{team,id}')::uuid from jsonb_array_elements(actor -> 'roles') r where r ->> 'role' = 'head of service');
    if (heads <> '{}' or actor ? 'standsFor') and (known = up_to) is not true then
      actor := actor || jsonb_build_object('waiting',
        access.waiting_for((actor #>> '{person,id}')::uuid, heads) + access.waiting_for_deputy((actor #>> '{person,id}')::uuid, actor -> 'standsFor'));
    end if;
    actor := actor || jsonb_build_object('unseen', access.unseen(actor), 'upTo', up_to);
  end if;
  return actor;
end $$;
