-- The leads of a team are told of a figure that was restated after it was published; and nobody of their own act, nor of what is
-- undone before they saw it.
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_is_known";
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_is_known" CHECK ("notice"."kind" in ('opened', 'opened again', 'figures due', 'figures overdue', 'commentary due', 'commentary overdue', 'asked', 'reopened', 'refused', 'approved', 'returned', 'withdrawn', 'lapsed', 'published', 'deputy named', 'deputy ended', 'not sealed', 'found wrong', 'password set', 'restated'));
--> statement-breakpoint

-- As it was, with a restatement, to the leads of its team.
create or replace function public.tell_people() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  told public.notice;
begin
  told.of_row := new.id;
  told.month := new.month;
  if tg_table_name in ('comment_decision', 'lapse', 'restatement') then
    told.indicator_id := new.indicator_id;
    told.team_id := audit.team_of(new.indicator_id, new.month);
    told.scorecard_id := (select i.scorecard_id from public.indicator i where i.id = new.indicator_id);
  else
    told.scorecard_id := new.scorecard_id;
  end if;
  case tg_table_name
  when 'scorecard_month' then
    -- A month that came with an import has no dates, and asks nobody.
    if tg_op = 'INSERT' and new.figures_due is not null then
      told.kind := 'opened';
      told.due := new.figures_due;
      for told.team_id in select a.team_id from holding.asked_of_teams(new.scorecard_id, new.month) a loop
        perform public.tell(told, '{team lead}');
      end loop;
    elsif tg_op = 'UPDATE' and old.closed_at is not null and new.closed_at is null then
      -- It can be opened again more than once: each time is an act with its reason.
      told.kind := 'opened again';
      told.of_row := (audit.current_action()).id;
      for told.team_id in select a.team_id from holding.asked_of_teams(new.scorecard_id, new.month) a loop
        perform public.tell(told, '{team lead,head of service}');
      end loop;
    end if;
  when 'comment_decision' then
    told.kind := new.kind;
    perform public.tell(told, '{team lead}');
  when 'lapse' then
    told.kind := 'lapsed';
    perform public.tell(told, '{team lead,head of service}');
  when 'restatement' then
    told.kind := 'restated';
    perform public.tell(told, '{team lead}');
  when 'reopening' then
    told.team_id := new.team_id;
    if tg_op = 'INSERT' and new.asked_at is not null then
      told.kind := 'asked';
      perform public.tell(told, '{head of service,performance officer}');
    end if;
    if new.reopened_at is not null and (tg_op = 'INSERT' or old.reopened_at is null) then
      told.kind := 'reopened';
      perform public.tell(told, '{team lead}');
    end if;
    if tg_op = 'UPDATE' and new.refused_at is not null and old.refused_at is null then
      told.kind := 'refused';
      perform public.tell(told, '{team lead}');
    end if;
  when 'edition' then
    told.kind := 'published';
    perform public.tell(told, null);
  end case;
  return null;
end $$;
--> statement-breakpoint
create trigger tell_people after insert on public.restatement for each row execute function public.tell_people();
--> statement-breakpoint
alter table public.restatement enable always trigger tell_people;
--> statement-breakpoint

-- As it was, but nobody is told of their own act, nor that an approval lapsed by it.
create or replace function public.tell(told public.notice, of_roles text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.notice (person_id, kind, of_row, scorecard_id, month, team_id, indicator_id, due)
  select distinct g.person_id, told.kind, told.of_row, told.scorecard_id, told.month, told.team_id, told.indicator_id, told.due
  from (select g.person_id, g.organisation_id, g.revoked_at, g.role, g.team_id from public.role_grant g
    -- Who decides today in a head of service's name is told of what is decided on again.
    union all select s.deputy_id, o.id, null, 'head of service', s.team_id
      from public.organisation o cross join lateral holding.standing_in(o.id, (now() at time zone o.time_zone)::date) s
      where told.kind = 'lapsed' and o.id = audit.organisation_of(told.scorecard_id)) g
  join public.person p on p.id = g.person_id
  where g.organisation_id = audit.organisation_of(told.scorecard_id) and g.revoked_at is null and p.disabled_at is null
    and (of_roles is null or g.role = any (of_roles) and (g.team_id is null or g.team_id = told.team_id))
    -- Whose act it is knows.
    and g.person_id is distinct from (audit.current_action()).person
  on conflict do nothing;
end $$;
--> statement-breakpoint

-- As it was, without what was not seen of an approval that holds again.
do $do$
begin
  execute regexp_replace(pg_get_functiondef('holding.notices_of'::regproc), '\s*\$function\$\s*$', $unseen$
    and (n.kind <> 'lapsed' or n.seen_at is not null
      or not exists (select from lapse l where l.id = n.of_row and l.ended_at is not null))
$function$$unseen$);
end $do$;
--> statement-breakpoint

-- A start misses too what tells of a restatement.
do $do$
begin
  execute regexp_replace(pg_get_functiondef('audit.unwatched'::regproc), '\s*\) needed \(relation, trigger\)', $needed$,
    ('restatement', 'tell_people')
  ) needed (relation, trigger)$needed$);
end $do$;
