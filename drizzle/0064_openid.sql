-- People sign in with an account that an OpenID Connect issuer knows, beside the password they may have. It is linked by
-- issuer and subject, by the person alone: as they accept an invitation, or signed in.
CREATE TABLE "openid_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"linked_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "openid_issuer_can_be_shown" CHECK (length("openid_link"."issuer") <= 500 and audit.has_visible("openid_link"."issuer")),
	CONSTRAINT "openid_subject_can_be_shown" CHECK (length("openid_link"."subject") <= 255 and audit.has_visible("openid_link"."subject"))
);
--> statement-breakpoint
ALTER TABLE "openid_link" ADD CONSTRAINT "openid_link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "openid_link" ADD CONSTRAINT "openid_link_linked_by_person_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "openid_link" ADD CONSTRAINT "openid_link_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "one_person_by_subject" ON "openid_link" USING btree ("issuer","subject") WHERE "openid_link"."ended_at" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "one_subject_of_a_person" ON "openid_link" USING btree ("person_id","issuer") WHERE "openid_link"."ended_at" is null;
--> statement-breakpoint
ALTER TABLE "session" DROP CONSTRAINT "session_method_is_known";
--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_method_is_known" CHECK ("session"."method" in ('password', 'openid'));
--> statement-breakpoint
ALTER TABLE "audit"."action" DROP CONSTRAINT "refusal_code_is_known";
--> statement-breakpoint
ALTER TABLE "audit"."action" ADD CONSTRAINT "refusal_code_is_known" CHECK (case "audit"."action"."kind" when 'sign-in' then "audit"."action"."code" in ('UNKNOWN_PERSON', 'WRONG_PASSWORD', 'DISABLED', 'TOO_MANY', 'NOT_LINKED', 'NO_ROLE', 'LINKED_OTHERWISE', 'NOT_BEGUN_HERE', 'ISSUER_REFUSED', 'ANSWER_NOT_TRUSTED', 'ISSUER_UNREACHABLE') else "audit"."action"."code" in ('INVALID', 'NOT_FOUND', 'WRONG_ROLE', 'WRONG_SCOPE', 'WRONG_STATE', 'MONTH_NOT_OPEN', 'MONTH_CLOSED', 'NOT_DUE', 'OWN_WORDS', 'CONFLICT', 'BUSY', 'UNAVAILABLE', 'REQUEST_REUSED', 'SESSION_ENDED', 'OTHER_PERSON', 'WRONG_PASSWORD', 'TOO_MANY') end);
--> statement-breakpoint
select audit.watch('openid_link', '{person_id,issuer,subject,linked_at,linked_by}');
--> statement-breakpoint
create trigger keep_fact before update on public.openid_link for each row execute function audit.keep_fact('ended_at', 'ended_by');
--> statement-breakpoint
alter table public.openid_link enable always trigger keep_fact;
--> statement-breakpoint

-- Whether somebody can sign in, by whatever way.
create function access.can_sign_in(of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.credential c where c.person_id = of_person)
    or exists (select from public.openid_link l where l.person_id = of_person and l.ended_at is null)
$$;
--> statement-breakpoint

-- Nobody takes the only way away by which they sign in.
create function public.keep_openid_links() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (audit.require_action(tg_table_name)).kind = 'person' and not access.has_password(new.person_id) then
    raise exception 'You have no password, so the account by which you sign in stays as it is.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_openid_links before insert or update on public.openid_link for each row execute function public.keep_openid_links();
--> statement-breakpoint
alter table public.openid_link enable always trigger keep_openid_links;
--> statement-breakpoint

-- As it was; and who signs in with an account gets no link from a person either.
create or replace function public.keep_invitations() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.require_action(tg_table_name);
begin
  if action.kind <> 'person' then
    return new;
  end if;
  if tg_op = 'INSERT' and access.can_sign_in(new.person_id) then
    raise exception 'Who can sign in is sent no link by which somebody could set another password.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if new.expires_at > now() + interval '7 days' or tg_op = 'UPDATE' and new.expires_at > least(old.expires_at, now()) then
    raise exception 'An invitation is ended, not made to last longer.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  return new;
end $$;
--> statement-breakpoint

-- Whose account this is, and what stands in their way; null where it is nobody's.
create function access.find_linked(issuer text, subject text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('personId', p.id, 'isDisabled', p.disabled_at is not null,
    'hasRole', exists (select from public.role_grant g where g.person_id = p.id and g.revoked_at is null))
  from public.openid_link l join public.person p on p.id = l.person_id
  where l.issuer = find_linked.issuer and l.subject = find_linked.subject and l.ended_at is null
$$;
--> statement-breakpoint

-- The same door: a session that is begun with an account is of somebody who has one.
create or replace function access.start_session(of_person uuid, method text, token text, expires_at timestamptz, address text, agent text)
returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  session_id uuid;
  given audit.action;
begin
  perform from public.person p where p.id = of_person and p.disabled_at is null for share;
  if not found then
    raise exception 'This person cannot sign in.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  if start_session.method = 'openid' then
    perform from public.openid_link l where l.person_id = of_person and l.ended_at is null for share;
    if not found then
      raise exception 'This person does not sign in with an account.' using errcode = 'CD002', detail = 'SESSION_ENDED';
    end if;
  end if;
  given.organisation := access.organisation_of(of_person);
  given.kind := 'sign-in';
  given.person := of_person;
  given.verb := 'session.start';
  given.address := start_session.address;
  given.agent := start_session.agent;
  given.outcome := 'done';
  given := audit.open_action(given);
  insert into public.session (token_hash, person_id, method, expires_at)
  select access.token_hash(start_session.token), of_person, start_session.method, least(start_session.expires_at, now() + life.longest)
  from access.session_life life
  returning id into session_id;
  insert into public.session_touch (session_id, touched_at) values (session_id, now());
  return session_id;
end $$;
--> statement-breakpoint

-- The same; and whether a password is there already, which is then set anew and by nothing else.
create or replace function access.find_invitation(token text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('name', p.name, 'email', p.email, 'personId', p.id, 'hasPassword', access.has_password(p.id), 'state', case
    when i.accepted_at is not null then 'accepted'
    when i.expires_at <= now() or p.disabled_at is not null then 'expired'
    else 'open' end)
  from public.invitation i join public.person p on p.id = i.person_id
  where i.token_hash = access.token_hash(find_invitation.token)
$$;
--> statement-breakpoint

-- The same door: by a password's hash, or by an account. Who has a password already sets another.
drop function access.accept_invitation(text, text, text, text);
--> statement-breakpoint
create function access.accept_invitation(token text, password_hash text, address text, agent text, issuer text default null, subject text default null)
returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held public.invitation;
  given audit.action;
begin
  select i.* into held from public.invitation i join public.person p on p.id = i.person_id
  where i.token_hash = access.token_hash(accept_invitation.token) and i.accepted_at is null and i.expires_at > now() and p.disabled_at is null
  for update of i;
  if held.id is null or accept_invitation.password_hash is null and access.has_password(held.person_id) then
    return null;
  end if;
  given.organisation := access.organisation_of(held.person_id);
  given.kind := 'sign-in';
  given.person := held.person_id;
  given.verb := 'invitation.accept';
  given.address := accept_invitation.address;
  given.agent := accept_invitation.agent;
  given.outcome := 'done';
  given := audit.open_action(given);
  update public.invitation set accepted_at = now() where id = held.id;
  if accept_invitation.password_hash is null then
    update public.openid_link l set ended_by = held.person_id where l.person_id = held.person_id and l.ended_at is null;
    insert into public.openid_link (person_id, issuer, subject, linked_by)
    values (held.person_id, accept_invitation.issuer, accept_invitation.subject, held.person_id);
  else
    insert into public.credential (person_id, password_hash, changed_at) values (held.person_id, accept_invitation.password_hash, now())
    on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  end if;
  update public.session set ended_at = now(), ended_by = held.person_id
  where person_id = held.person_id and ended_at is null and expires_at > now();
  return held.person_id;
end $$;
--> statement-breakpoint

-- A start misses these too.
do $do$
begin
  execute regexp_replace(pg_get_functiondef('audit.unwatched'::regproc), '\s*\) needed \(relation, trigger\)', $needed$,
    ('openid_link', 'keep_fact'), ('openid_link', 'keep_openid_links')
  ) needed (relation, trigger)$needed$);
end $do$;
