-- That the trail was verified is said by who can look at all of it, the owner. The web's login says only why nothing is sealed:
-- else whoever runs SQL through it could tell the auditor that nothing is wrong.
create or replace function audit.add_verification(kind text, began_at timestamptz, size bigint, wrong jsonb, said jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if kind <> 'not sealed' and not has_table_privilege(session_user, 'audit.verification', 'insert') then
    raise exception 'The trail is verified by its owner.' using errcode = 'CD006', detail = 'FALSE_AUTHOR';
  end if;
  insert into audit.verification (kind, began_at, size, wrong, said) values (kind, began_at, size, wrong, said);
end $$;
