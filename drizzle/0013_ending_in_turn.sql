-- Who end their own sessions go one after the other: each holds the session they ask by as every write does, and wants the
-- others', so that two at once would wait for each other until the database let one go, second by second.
create function access.hold_sessions(token text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash text := access.token_hash(hold_sessions.token);
begin
  perform pg_advisory_xact_lock(hashtext('sessions'), hashtext(own.person_id::text)) from public.session own where own.token_hash = hash;
end $$;
