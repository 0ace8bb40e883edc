-- Who no longer knows their password is sent a link to set another, whoever asks for it.
CREATE TABLE "password_reset" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"person_version" integer NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "password_reset_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "password_reset_token_hash_as_long_as_a_digest" CHECK (length("password_reset"."token_hash") = 64),
	CONSTRAINT "password_reset_for_an_hour" CHECK ("password_reset"."expires_at" <= "password_reset"."asked_at" + interval '1 hour')
);
--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_is_known";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_of_a_month_or_of_none";--> statement-breakpoint
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "password_reset_by_person" ON "password_reset" USING btree ("person_id","asked_at");--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_is_known" CHECK ("notice"."kind" in ('opened', 'opened again', 'figures due', 'figures overdue', 'commentary due', 'commentary overdue', 'asked', 'reopened', 'refused', 'approved', 'returned', 'withdrawn', 'lapsed', 'published', 'deputy named', 'deputy ended', 'not sealed', 'found wrong', 'password set'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_of_a_month_or_of_none" CHECK (num_nulls("notice"."scorecard_id", "notice"."month") = case when "notice"."kind" in ('deputy named', 'deputy ended', 'not sealed', 'found wrong', 'password set') then 2 else 0 end);
--> statement-breakpoint
select audit.watch('password_reset', '{person_id,token_hash,asked_at,expires_at,person_version}', secret => '{token_hash}');
--> statement-breakpoint
create trigger keep_fact before update on public.password_reset for each row execute function audit.keep_fact('used_at');
--> statement-breakpoint
alter table public.password_reset enable always trigger keep_fact;
--> statement-breakpoint

-- How a link stands: it is the person's newest, and of the person and the password as they were when it was asked for.
create function access.standing_of(reset public.password_reset) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
    when reset.used_at is not null then 'used'
    when p.disabled_at is not null then 'disabled'
    when reset.expires_at <= now() then 'late'
    when exists (select from public.password_reset n where n.person_id = p.id and n.asked_at > reset.asked_at) then 'replaced'
    when p.version <> reset.person_version or exists (select from public.credential c where c.person_id = p.id and c.changed_at > reset.asked_at) then 'ended'
    else 'open' end
  from public.person p where p.id = reset.person_id
$$;
--> statement-breakpoint

-- Whom a link for a new password would be sent to: who has a password and a role, and is not kept out.
create function access.find_forgetful(email text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('personId', p.id, 'name', p.name, 'email', p.email, 'organisation', o.name)
  from public.person p join public.organisation o on o.id = access.organisation_of(p.id)
  where lower(p.email) = lower(find_forgetful.email) and p.disabled_at is null
    and exists (select from public.credential c where c.person_id = p.id)
    and exists (select from public.role_grant g where g.person_id = p.id and g.revoked_at is null)
$$;
--> statement-breakpoint

-- Makes the link and the mail that carries it, in one act, of which it is not known whose it is. One after the other of a person.
create function access.ask_reset(of_person uuid, token text, subject text, words text, address text, agent text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked public.password_reset;
  given audit.action;
begin
  select p.id, p.version into asked.person_id, asked.person_version from public.person p
  where p.id = of_person and access.find_forgetful(p.email) is not null for no key update;
  if asked.person_id is null then
    return;
  end if;
  given.organisation := access.organisation_of(of_person);
  given.kind := 'sign-in';
  given.verb := 'reset.ask';
  given.address := ask_reset.address;
  given.agent := ask_reset.agent;
  given.outcome := 'done';
  given := audit.open_action(given);
  insert into public.password_reset (person_id, person_version, token_hash, expires_at)
  values (asked.person_id, asked.person_version, access.token_hash(ask_reset.token), now() + interval '1 hour')
  returning * into asked;
  perform post.write_mail(given.organisation, of_person, 'new password', asked.id, ask_reset.subject, ask_reset.words, asked.expires_at);
end $$;
--> statement-breakpoint

-- Whom a link is for, and how it stands; null when there is no such link.
create function access.find_reset(token text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('name', p.name, 'email', p.email, 'organisation', o.name, 'state', access.standing_of(r))
  from public.password_reset r join public.person p on p.id = r.person_id join public.organisation o on o.id = access.organisation_of(p.id)
  where r.token_hash = access.token_hash(find_reset.token)
$$;
--> statement-breakpoint

-- Sets a password by a link, once; ends what was begun with the one before, and tells whose it is, by a notice and a mail to
-- whoever reads them. Answers the person, or null when the link no longer holds.
create function access.follow_reset(token text, password_hash text, subject text, words text, address text, agent text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held public.password_reset;
  given audit.action;
begin
  select r.* into held from public.password_reset r where r.token_hash = access.token_hash(follow_reset.token);
  -- Who is disabled, asks anew or changes their password meanwhile ends this link.
  perform from public.person p where p.id = held.person_id for share;
  perform from public.credential c where c.person_id = held.person_id for no key update;
  select r.* into held from public.password_reset r where r.id = held.id for update;
  if held.id is null or access.standing_of(held) <> 'open' then
    return null;
  end if;
  given.organisation := access.organisation_of(held.person_id);
  given.kind := 'sign-in';
  given.person := held.person_id;
  given.verb := 'reset.follow';
  given.address := follow_reset.address;
  given.agent := follow_reset.agent;
  given.outcome := 'done';
  given := audit.open_action(given);
  update public.password_reset set used_at = now() where id = held.id;
  update public.credential c set password_hash = follow_reset.password_hash, changed_at = now() where c.person_id = held.person_id;
  update public.session set ended_at = now(), ended_by = held.person_id
  where person_id = held.person_id and ended_at is null and expires_at > now();
  insert into public.notice (person_id, kind, of_row) values (held.person_id, 'password set', held.id) on conflict do nothing;
  if follow_reset.words is not null then
    perform post.write_mail(given.organisation, held.person_id, 'password set', held.id, follow_reset.subject, follow_reset.words, now() + interval '2 days');
  end if;
  return held.person_id;
end $$;
--> statement-breakpoint

-- As it was, with the two doors.
do $do$
begin
  execute replace(pg_get_functiondef('audit.require_door'::regproc), '|refuse_sign_in|accept_invitation)', '|refuse_sign_in|accept_invitation|ask_reset|follow_reset)');
end $do$;
--> statement-breakpoint

-- A start misses this one too.
do $do$
begin
  execute regexp_replace(pg_get_functiondef('audit.unwatched'::regproc), '\s*\) needed \(relation, trigger\)', $needed$,
    ('password_reset', 'keep_fact')
  ) needed (relation, trigger)$needed$);
end $do$;
--> statement-breakpoint

-- As it was, with what somebody is told of their own password, whichever organisation they look at.
do $do$
begin
  execute replace(pg_get_functiondef('holding.notices_of'::regproc), 'and case when n.kind in', $kinds$and case when n.kind = 'password set' then true when n.kind in$kinds$);
end $do$;
--> statement-breakpoint

-- As it was, with links for a new password that work no longer.
create or replace function post.sweep() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update post.mail set given_up_at = now(), words = null where words is not null and tried_until <= now();
  delete from post.mail m where m.words is not null and m.kind = 'invitation' and not exists (select from public.invitation i
    where i.id = m.of_row and i.accepted_at is null and i.expires_at > now());
  delete from post.mail m where m.words is not null and m.kind = 'new password' and not exists (select from public.password_reset r
    where r.id = m.of_row and access.standing_of(r) = 'open');
  delete from post.mail where words is null and written_at < now() - interval '90 days';
end $$;
