ALTER TABLE "post"."mail" DROP CONSTRAINT "mail_kind_is_known";--> statement-breakpoint
ALTER TABLE "post"."mail" ADD COLUMN "attachment" text;--> statement-breakpoint
ALTER TABLE "post"."mail" ADD CONSTRAINT "mail_attachment_is_short" CHECK ("post"."mail"."attachment" is null or (length("post"."mail"."attachment") <= 20000 and "post"."mail"."words" is not null));--> statement-breakpoint
ALTER TABLE "post"."mail" ADD CONSTRAINT "mail_kind_is_known" CHECK ("post"."mail"."kind" in ('invitation', 'new password', 'password set', 'heads'));;
--> statement-breakpoint

-- To whom the newest head of the seal is due: to every auditor, with each edition of two days, and once a day of theirs where
-- something was sealed since they had one.
create function post.heads_due() returns table (organisation_id uuid, organisation text, person_id uuid, name text, of_row uuid, edition text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with newest as (select h.sealed_at from audit.head h order by h.number desc limit 1),
  auditors as (
    select distinct o.id as organisation_id, o.name as organisation, o.time_zone, p.id as person_id, p.name,
      (select max(m.written_at) from post.mail m where m.organisation_id = o.id and m.person_id = p.id and m.kind = 'heads' and m.given_up_at is null) as told_at
    from public.role_grant g join public.person p on p.id = g.person_id join public.organisation o on o.id = g.organisation_id
    where g.role = 'auditor' and g.revoked_at is null and p.disabled_at is null and access.can_sign_in(p.id))
  select a.organisation_id, a.organisation, a.person_id, a.name, d.of_row, d.edition
  from newest n cross join auditors a cross join lateral (
    select e.id as of_row, s.name || ', ' || to_char(e.month, 'FMMonth YYYY') || ', edition ' || e.number as edition
    from public.edition e join public.scorecard s on s.id = e.scorecard_id
    where s.organisation_id = a.organisation_id and e.published_at > now() - interval '2 days' and e.published_at <= n.sealed_at
    union all
    select md5(a.organisation_id::text || (now() at time zone a.time_zone)::date::text)::uuid, null
    where a.told_at is null
      or (a.told_at < n.sealed_at and (a.told_at at time zone a.time_zone)::date < (now() at time zone a.time_zone)::date)) d
  where not exists (select from post.mail m where m.kind = 'heads' and m.of_row = d.of_row and m.person_id = a.person_id)
  order by d.edition nulls last
$$;
--> statement-breakpoint

-- Writes one of them, once, whoever else does; with the head that is the newest then. With an edition's, the day has had its own.
create function post.write_heads(of_organisation uuid, to_person uuid, of_row uuid, subject text, words text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into post.mail (organisation_id, person_id, kind, of_row, address, subject, words, attachment, tried_until)
  select of_organisation, p.id, 'heads', write_heads.of_row, p.email, write_heads.subject, write_heads.words, h.note, now() + interval '2 days'
  from public.person p cross join (select h.note from audit.head h order by h.number desc limit 1) h
  where p.id = to_person and exists (select from post.heads_due() d
    where d.organisation_id = of_organisation and d.person_id = to_person and d.of_row = write_heads.of_row)
  on conflict do nothing
$$;
--> statement-breakpoint

-- As they were, with what goes with a mail, which is kept no longer than its words.
do $do$
declare
  door text;
begin
  foreach door in array '{post.sweep,post.sent,post.failed}'::text[] loop
    execute regexp_replace(pg_get_functiondef(door::regproc), '\mset (sent_at|given_up_at|why) =', 'set attachment = null, \1 =', 'g');
  end loop;
  execute replace(pg_get_functiondef('post.failed'::regproc), 'set attachment = null, why', 'set attachment = case when not for_good then attachment end, why');
end $do$;
--> statement-breakpoint

drop function post.take();
--> statement-breakpoint
create function post.take() returns table (id uuid, address text, subject text, words text, attachment text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform post.sweep();
  return query update post.mail m set tries = m.tries + 1, next_try_at = now() + interval '5 minutes'
  where m.id = (select w.id from post.mail w where w.words is not null and w.next_try_at <= now()
    order by w.next_try_at limit 1 for update skip locked)
  returning m.id, m.address, m.subject, m.words, m.attachment;
end $$;
