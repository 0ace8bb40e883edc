-- Whom an invitation's link is for, and how it stands: open, accepted or expired; null when there is no such link.
create function access.find_invitation(token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('name', p.name, 'email', p.email, 'state', case
    when i.accepted_at is not null then 'accepted'
    when i.expires_at <= now() or p.disabled_at is not null then 'expired'
    else 'open' end)
  from public.invitation i join public.person p on p.id = i.person_id
  where i.token_hash = access.token_hash(find_invitation.token)
$$;
--> statement-breakpoint

-- Sets a password by an invitation's token, as before; and what was begun with an older password ends with it.
create or replace function access.accept_invitation(token text, password_hash text, address text, agent text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  held public.invitation;
begin
  select i.* into held from public.invitation i join public.person p on p.id = i.person_id
  where i.token_hash = access.token_hash(accept_invitation.token) and i.accepted_at is null and i.expires_at > now() and p.disabled_at is null
  for update of i;
  if held.id is null then
    return null;
  end if;
  insert into audit.action (organisation, kind, person, verb, address, agent, outcome)
  values (access.organisation_of(held.person_id), 'sign-in', held.person_id, 'invitation.accept', left(accept_invitation.address, 100), left(accept_invitation.agent, 300), 'done');
  update public.invitation set accepted_at = now() where id = held.id;
  insert into public.credential (person_id, password_hash, changed_at) values (held.person_id, accept_invitation.password_hash, now())
  on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  update public.session set ended_at = now(), ended_by = held.person_id
  where person_id = held.person_id and ended_at is null and expires_at > now();
  return held.person_id;
end $$;
