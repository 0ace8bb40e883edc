-- An officer lets people in and out of their own organisation alone, and comes by nobody's password: a link is made for who
-- has none yet.

-- Whether somebody can sign in with a password; the hash stays where it is.
create function access.has_password(of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.credential c where c.person_id = of_person)
$$;
--> statement-breakpoint

-- Whom a person lets in or out is of their organisation, and holds no role of another; commands know several.
create function public.require_own_person() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.require_action(tg_table_name);
  of_person uuid := (to_jsonb(new) ->> case tg_table_name when 'person' then 'id' else 'person_id' end)::uuid;
begin
  if action.kind <> 'person' then
    return new;
  end if;
  -- Two organisations that let the same person in come one after the other.
  perform from public.person p where p.id = of_person for no key update;
  if exists (select from public.role_grant g
    where g.person_id = of_person and g.organisation_id <> action.organisation and g.revoked_at is null)
    or tg_table_name <> 'role_grant' and not exists (select from public.role_grant g
      where g.person_id = of_person and g.organisation_id = action.organisation)
  then
    raise exception 'This person belongs to another organisation.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  return new;
end $$;
--> statement-breakpoint

create trigger require_own_person before insert on public.role_grant for each row execute function public.require_own_person();
--> statement-breakpoint

create trigger require_own_person before insert or update on public.invitation for each row execute function public.require_own_person();
--> statement-breakpoint

create trigger require_own_person before update on public.person for each row execute function public.require_own_person();
--> statement-breakpoint

alter table public.role_grant enable always trigger require_own_person;
--> statement-breakpoint

alter table public.invitation enable always trigger require_own_person;
--> statement-breakpoint

alter table public.person enable always trigger require_own_person;
--> statement-breakpoint

-- A link works for a week at most and is ended sooner, never later; who has a password gets none from a person.
create function public.keep_invitations() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.require_action(tg_table_name);
begin
  if action.kind <> 'person' then
    return new;
  end if;
  if tg_op = 'INSERT' and access.has_password(new.person_id) then
    raise exception 'Who has a password is sent no link by which somebody could set another.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if new.expires_at > now() + interval '7 days' or tg_op = 'UPDATE' and new.expires_at > least(old.expires_at, now()) then
    raise exception 'An invitation is ended, not made to last longer.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  return new;
end $$;
--> statement-breakpoint

create trigger keep_invitations before insert or update on public.invitation for each row execute function public.keep_invitations();
--> statement-breakpoint

alter table public.invitation enable always trigger keep_invitations;
--> statement-breakpoint

-- The web writes it, so the database bounds it.
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_token_hash_as_long_as_a_digest" CHECK (length("invitation"."token_hash") between 1 and 64);