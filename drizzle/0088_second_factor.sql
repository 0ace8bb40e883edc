-- Who signs in by a password can show a code of an app's beside it, which is another every half minute (RFC 6238).
CREATE TABLE "recovery_code" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"factor_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_code_hash_as_long_as_a_digest" CHECK (length("recovery_code"."code_hash") = 64)
);
--> statement-breakpoint
CREATE TABLE "second_factor" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"sealed_secret" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "second_factor_is_sealed" CHECK ("second_factor"."sealed_secret" ~ '^[A-Za-z0-9_-]+([.][A-Za-z0-9_-]*){4}$' and length("second_factor"."sealed_secret") <= 1000)
);
--> statement-breakpoint
ALTER TABLE "audit"."action" DROP CONSTRAINT "refusal_code_is_known";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_is_known";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_of_a_month_or_of_none";--> statement-breakpoint
ALTER TABLE "session" DROP CONSTRAINT "session_method_is_known";--> statement-breakpoint
ALTER TABLE "post"."mail" DROP CONSTRAINT "mail_kind_is_known";--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_factor_id_second_factor_id_fk" FOREIGN KEY ("factor_id") REFERENCES "public"."second_factor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recovery_code_by_factor" ON "recovery_code" USING btree ("factor_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_second_factor_of_a_person" ON "second_factor" USING btree ("person_id") WHERE "second_factor"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "audit"."action" ADD CONSTRAINT "refusal_code_is_known" CHECK (case "audit"."action"."kind" when 'sign-in' then "audit"."action"."code" in ('UNKNOWN_PERSON', 'WRONG_PASSWORD', 'DISABLED', 'TOO_MANY', 'NOT_LINKED', 'NO_ROLE', 'LINKED_OTHERWISE', 'NOT_BEGUN_HERE', 'ISSUER_REFUSED', 'ANSWER_NOT_TRUSTED', 'ISSUER_UNREACHABLE', 'WRONG_CODE', 'USED_CODE', 'UNREADABLE_FACTOR') else "audit"."action"."code" in ('INVALID', 'NOT_FOUND', 'WRONG_ROLE', 'WRONG_SCOPE', 'WRONG_STATE', 'MONTH_NOT_OPEN', 'MONTH_CLOSED', 'NOT_DUE', 'OWN_WORDS', 'CONFLICT', 'BUSY', 'UNAVAILABLE', 'REQUEST_REUSED', 'SESSION_ENDED', 'OTHER_PERSON', 'WRONG_PASSWORD', 'TOO_MANY', 'WRONG_CODE') end);--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_is_known" CHECK ("notice"."kind" in ('opened', 'opened again', 'figures due', 'figures overdue', 'commentary due', 'commentary overdue', 'asked', 'reopened', 'refused', 'approved', 'returned', 'withdrawn', 'lapsed', 'published', 'deputy named', 'deputy ended', 'not sealed', 'found wrong', 'password set', 'restated', 'second factor reset'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_of_a_month_or_of_none" CHECK (num_nulls("notice"."scorecard_id", "notice"."month") = case when "notice"."kind" in ('deputy named', 'deputy ended', 'not sealed', 'found wrong', 'password set', 'second factor reset') then 2 else 0 end);--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_method_is_known" CHECK ("session"."method" in ('password', 'openid', 'code', 'recovery code', 'command'));--> statement-breakpoint
ALTER TABLE "post"."mail" ADD CONSTRAINT "mail_kind_is_known" CHECK ("post"."mail"."kind" in ('invitation', 'new password', 'password set', 'heads', 'second factor reset'));
--> statement-breakpoint
select
  audit.watch('second_factor', '{person_id,sealed_secret,made_at}', secret => '{sealed_secret}'),
  audit.watch('recovery_code', '{person_id,factor_id,code_hash,made_at}', secret => '{code_hash}');
--> statement-breakpoint
create trigger keep_fact before update on public.second_factor for each row execute function audit.keep_fact('confirmed_at', 'ended_at', 'ended_by');
--> statement-breakpoint
alter table public.second_factor enable always trigger keep_fact;
--> statement-breakpoint
create trigger keep_fact before update on public.recovery_code for each row execute function audit.keep_fact('used_at');
--> statement-breakpoint
alter table public.recovery_code enable always trigger keep_fact;
--> statement-breakpoint

-- A second factor stands beside a password. A code counts once, and none that is older than one which was used. It begins, ends
-- and is used one after the other with the sign-ins of its person; an officer resets those of their own organisation, and
-- never their own. Whose it is is told of a reset.
create function public.keep_second_factors() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.require_action(tg_table_name);
begin
  perform from public.credential c where c.person_id = new.person_id for no key update;
  if not found and tg_op = 'INSERT' then
    raise exception 'You have no password, and so no second factor beside it.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if tg_op = 'INSERT' then
    return new;
  end if;
  if new.last_step is distinct from old.last_step
    and (old.ended_at is not null or new.confirmed_at is null or new.last_step is null or new.last_step <= old.last_step)
  then
    raise exception 'This code was used already. Wait for the next one.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if old.confirmed_at is null and new.confirmed_at is not null then
    if new.last_step is null or old.ended_at is not null then
      raise exception 'A second factor is confirmed by a code of it.' using errcode = 'CD005', detail = 'WRONG_STATE';
    end if;
    new.confirmed_at := clock_timestamp();
  end if;
  if action.kind = 'person' and action.verb = 'second_factor.enrol' and old.confirmed_at is not null then
    raise exception 'You have a second factor already.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if action.verb <> 'second_factor.reset' or new.ended_at is null or old.ended_at is not null then
    return new;
  end if;
  if action.kind = 'person' then
    if new.person_id = action.person then
      raise exception 'Your own second factor you remove on the page of your account.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
    end if;
    if exists (select from public.role_grant g
      where g.person_id = new.person_id and g.organisation_id <> action.organisation and g.revoked_at is null)
      or not exists (select from public.role_grant g where g.person_id = new.person_id and g.organisation_id = action.organisation)
    then
      raise exception 'This person belongs to another organisation.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
    end if;
  end if;
  insert into public.notice (person_id, kind, of_row) values (new.person_id, 'second factor reset', action.id) on conflict do nothing;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_second_factors before insert or update on public.second_factor for each row execute function public.keep_second_factors();
--> statement-breakpoint
alter table public.second_factor enable always trigger keep_second_factors;
--> statement-breakpoint

-- A sheet of codes is made of a factor that is confirmed and stands; a code of the newest sheet counts, once.
create function public.keep_recovery_codes() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.second_factor f
  where f.id = new.factor_id and f.person_id = new.person_id and f.confirmed_at is not null and f.ended_at is null for no key update;
  if not found then
    raise exception 'There is no such second factor any more.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if tg_op = 'UPDATE' and new.used_at is distinct from old.used_at then
    if exists (select from public.recovery_code c where c.factor_id = new.factor_id and c.made_at > new.made_at) then
      raise exception 'There are newer recovery codes than this one.' using errcode = 'CD005', detail = 'WRONG_STATE';
    end if;
    new.used_at := clock_timestamp();
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_recovery_codes before insert or update on public.recovery_code for each row execute function public.keep_recovery_codes();
--> statement-breakpoint
alter table public.recovery_code enable always trigger keep_recovery_codes;
--> statement-breakpoint

-- The same door. Who has a second factor begins no session with their password alone, but with a code of half a minute that is
-- newer than any they used, or with a recovery code that was not used; whoever comes first with it. A command shows nothing.
drop function access.start_session(uuid, text, text, timestamptz, text, text);
--> statement-breakpoint
create function access.start_session(of_person uuid, method text, token text, expires_at timestamptz, address text, agent text,
  step bigint default null, recovery uuid default null)
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
  if start_session.method = 'password' then
    -- A factor that is being confirmed is waited for.
    perform from public.credential c where c.person_id = of_person for share;
    if access.has_second_factor(of_person) then
      raise exception 'This person signs in with a second factor.' using errcode = 'CD002', detail = 'SESSION_ENDED';
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
  if start_session.method in ('code', 'recovery code') then
    if start_session.method = 'code' then
      update public.second_factor f set last_step = start_session.step
      where f.person_id = of_person and f.confirmed_at is not null and f.ended_at is null and (f.last_step is null or f.last_step < start_session.step);
    else
      update public.recovery_code c set used_at = now()
      from public.second_factor f
      where c.id = start_session.recovery and f.id = c.factor_id and f.person_id = of_person and f.confirmed_at is not null and f.ended_at is null and c.used_at is null;
    end if;
    if not found then
      raise exception 'This code was used already.' using errcode = 'CD005', detail = 'USED_CODE';
    end if;
  end if;
  insert into public.session (token_hash, person_id, method, expires_at)
  select access.token_hash(start_session.token), of_person, start_session.method, least(start_session.expires_at, now() + life.longest)
  from access.session_life life
  returning id into session_id;
  insert into public.session_touch (session_id, touched_at) values (session_id, now());
  return session_id;
end $$;
--> statement-breakpoint

-- Whether somebody shows a code beside their password.
create function access.has_second_factor(of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.second_factor f where f.person_id = of_person and f.confirmed_at is not null and f.ended_at is null)
$$;
--> statement-breakpoint

-- A start misses these too.
do $do$
begin
  execute regexp_replace(pg_get_functiondef('audit.unwatched'::regproc), '\s*\) needed \(relation, trigger\)', $needed$,
    ('second_factor', 'keep_fact'), ('second_factor', 'keep_second_factors'), ('recovery_code', 'keep_fact'), ('recovery_code', 'keep_recovery_codes')
  ) needed (relation, trigger)$needed$);
end $do$;
--> statement-breakpoint

-- As it was, with what somebody is told of their own second factor, whichever organisation they look at.
do $do$
begin
  execute replace(pg_get_functiondef('holding.notices_of'::regproc), $was$n.kind = 'password set' then true$was$, $kinds$n.kind in ('password set', 'second factor reset') then true$kinds$);
end $do$;
--> statement-breakpoint

-- As it was, with the word that a second factor was reset, by who resets it.
do $do$
begin
  execute replace(pg_get_functiondef('post.write_mail'::regproc), $was$action.kind <> 'sign-in' and not (write_mail.kind$was$,
    $is$action.kind <> 'sign-in' and not (write_mail.kind = 'second factor reset'
      and action.verb = 'second_factor.reset' and exists (select from public.second_factor f join audit.entry e on e.table_name = 'second_factor' and e.key = f.id::text
        where f.id = write_mail.of_row and f.person_id = to_person and e.action = action.id))
    and not (write_mail.kind$is$);
  execute replace(pg_get_functiondef('post.write_mail'::regproc), 'A person sends the invitations that they make, and nothing else.',
    'A person sends the invitations that they make and the word of a second factor that they reset, and nothing else.');
end $do$;
