CREATE SCHEMA "post";
--> statement-breakpoint
CREATE TABLE "post"."mail" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"of_row" uuid NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"words" text,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tried_until" timestamp with time zone NOT NULL,
	"next_try_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"given_up_at" timestamp with time zone,
	"why" text,
	CONSTRAINT "mail_written_once" UNIQUE("kind","of_row","person_id"),
	CONSTRAINT "mail_kind_is_known" CHECK ("post"."mail"."kind" in ('invitation', 'new password', 'password set')),
	CONSTRAINT "mail_sent_or_given_up" CHECK (num_nonnulls("post"."mail"."words", "post"."mail"."sent_at", "post"."mail"."given_up_at") = 1),
	CONSTRAINT "mail_subject_on_one_line" CHECK (length("post"."mail"."address") <= 254 and "post"."mail"."subject" !~ '[[:cntrl:]]' and length("post"."mail"."subject") <= 300),
	CONSTRAINT "mail_of_a_page" CHECK (length("post"."mail"."words") between 1 and 10000),
	CONSTRAINT "mail_failed_by_a_code" CHECK ("post"."mail"."why" ~ '^[A-Z0-9_]{1,40}$')
);
--> statement-breakpoint
ALTER TABLE "post"."mail" ADD CONSTRAINT "mail_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post"."mail" ADD CONSTRAINT "mail_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_waiting" ON "post"."mail" USING btree ("next_try_at") WHERE "post"."mail"."words" is not null;--> statement-breakpoint
CREATE INDEX "mail_by_organisation" ON "post"."mail" USING btree ("organisation_id","written_at");
--> statement-breakpoint

-- A mail is written within an act, to somebody known: by a person for the invitation that they make. What still waits of the
-- kind has a link that works no longer by now, and is not sent.
create function post.write_mail(of_organisation uuid, to_person uuid, kind text, of_row uuid, subject text, words text, tried_until timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.require_action('mail');
begin
  if action.kind <> 'sign-in' and not (write_mail.kind = 'invitation' and of_organisation = action.organisation
    and exists (select from public.invitation i where i.id = write_mail.of_row and i.person_id = to_person
      and i.invited_by = action.person and i.accepted_at is null and i.expires_at > now()))
  then
    raise exception 'A person sends the invitations that they make, and nothing else.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  delete from post.mail m where m.person_id = to_person and m.kind = write_mail.kind and m.words is not null;
  insert into post.mail (organisation_id, person_id, kind, of_row, address, subject, words, tried_until)
  select of_organisation, p.id, write_mail.kind, write_mail.of_row, p.email, write_mail.subject, write_mail.words, write_mail.tried_until
  from public.person p where p.id = to_person
  on conflict do nothing;
end $$;
--> statement-breakpoint

-- What is not to be sent any more: its time is over, or its link works no longer. What was sent or given up is forgotten after
-- a quarter of a year.
create function post.sweep() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update post.mail set given_up_at = now(), words = null where words is not null and tried_until <= now();
  delete from post.mail m where m.words is not null and m.kind = 'invitation' and not exists (select from public.invitation i
    where i.id = m.of_row and i.accepted_at is null and i.expires_at > now());
  delete from post.mail where words is null and written_at < now() - interval '90 days';
end $$;
--> statement-breakpoint

-- Takes one to send, which nobody else takes meanwhile; who takes it and dies has it taken again, with the same Message-ID.
create function post.take() returns table (id uuid, address text, subject text, words text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform post.sweep();
  return query update post.mail m set tries = m.tries + 1, next_try_at = now() + interval '5 minutes'
  where m.id = (select w.id from post.mail w where w.words is not null and w.next_try_at <= now()
    order by w.next_try_at limit 1 for update skip locked)
  returning m.id, m.address, m.subject, m.words;
end $$;
--> statement-breakpoint

create function post.sent(mail uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update post.mail set sent_at = now(), given_up_at = null, words = null where id = sent.mail and sent_at is null
$$;
--> statement-breakpoint

-- Tried again after a minute, then after twice as long each time, at most an hour; or never, where the address is refused.
create function post.failed(mail uuid, why text, for_good boolean) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update post.mail set why = failed.why,
    next_try_at = now() + least(interval '1 minute' * power(2, least(tries, 10) - 1), interval '1 hour'),
    given_up_at = case when for_good then now() end, words = case when not for_good then words end
  where id = failed.mail and words is not null
$$;
