-- From where somebody may not be kept out by what others tried: the networks that they signed in from.

-- What addresses are counted by: an IPv4 address itself, of IPv6 the /64 that one household or office has. Null for what is no address.
create function access.network_of(address text) returns cidr
language plpgsql immutable strict set search_path = pg_catalog, pg_temp as $$
declare
  bare inet;
begin
  bare := regexp_replace(regexp_replace(address, '%.*$', ''), '^::ffff:(?=\d+\.)', '', 'i');
  return network(set_masklen(bare, case family(bare) when 6 then 64 else 32 end));
exception when invalid_text_representation then
  return null;
end $$;
--> statement-breakpoint

-- Whether a person signed in from this network in the last 90 days; of the five networks they did so last.
create function access.signs_in_from(of_person uuid, network cidr) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select signs_in_from.network in (
    select access.network_of(a.address)
    from public.session s
    join audit.entry e on e.table_name = 'session' and e.key = s.id::text and e.operation = 'created'
    join audit.action a on a.id = e.action
    where s.person_id = of_person and s.started_at > now() - interval '90 days' and access.network_of(a.address) is not null
    group by 1 order by max(s.started_at) desc limit 5)
$$;
