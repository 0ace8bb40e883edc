-- Whoever ends sessions holds their own as fully as they will need them, before the door holds one of them as everybody's
-- writes do: two who both wanted more of what both held waited for each other until the database let one go, second by second.
create function access.hold_sessions(token text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash text := access.token_hash(hold_sessions.token);
begin
  perform from public.session s
  where s.person_id = (select own.person_id from public.session own where own.token_hash = hash) and s.ended_at is null
  order by s.id for no key update;
end $$;
