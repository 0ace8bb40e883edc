-- Who answers for the history is told when nothing of it can be sealed, and when something in it was found to be wrong.
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_is_known";
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_is_known" CHECK ("notice"."kind" in ('opened', 'opened again', 'figures due', 'figures overdue', 'commentary due', 'commentary overdue', 'asked', 'reopened', 'refused', 'approved', 'returned', 'withdrawn', 'lapsed', 'published', 'deputy named', 'deputy ended', 'not sealed', 'found wrong'));
--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_of_a_month_or_a_deputy";
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_of_a_month_or_of_none" CHECK (num_nulls("notice"."scorecard_id", "notice"."month") = case when "notice"."kind" in ('deputy named', 'deputy ended', 'not sealed', 'found wrong') then 2 else 0 end);
--> statement-breakpoint

-- The history is one for all organisations: the auditors and performance officers of each are told, once a day.
create function public.tell_of_the_history() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.kind = 'not sealed' or jsonb_array_length(new.wrong) > 0 then
    insert into notice (person_id, kind, of_row, due)
    select distinct g.person_id, case when new.kind = 'not sealed' then new.kind else 'found wrong' end, g.organisation_id,
      (new.ended_at at time zone o.time_zone)::date
    from role_grant g join person p on p.id = g.person_id join organisation o on o.id = g.organisation_id
    where g.role = any ('{auditor,performance officer}') and g.revoked_at is null and p.disabled_at is null
    on conflict do nothing;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger tell_of_the_history after insert on audit.verification for each row execute function public.tell_of_the_history();
--> statement-breakpoint
alter table audit.verification enable always trigger tell_of_the_history;
--> statement-breakpoint

-- As it was, with what is told of the history.
create or replace function holding.notices_of(of_person uuid, in_organisation uuid, of_teams uuid[], of_all boolean)
returns table ("position" bigint, is_seen boolean)
language sql stable as $$
  select n."position", n.seen_at is not null from notice n
  left join scorecard s on s.id = n.scorecard_id left join deputy d on d.id = n.of_row and n.scorecard_id is null
  where n.person_id = of_person
    and case when n.kind in ('not sealed', 'found wrong') then of_all and n.of_row = in_organisation
      else coalesce(s.organisation_id, d.organisation_id) = in_organisation end
    and (of_all or n.team_id is null or n.team_id = any (of_teams))
    and (n.told_at > now() - interval '90 days'
      or n.seen_at is null and not exists (select from edition e where e.scorecard_id = n.scorecard_id and e.month = n.month))
$$;
