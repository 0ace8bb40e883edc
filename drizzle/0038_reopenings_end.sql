-- A request to reopen a return ends: it is granted, taken back by a lead of the team, or refused with a reason by who could have
-- granted it. Each once, and while its month is open.
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_is_known";
--> statement-breakpoint
ALTER TABLE "reopening" ADD COLUMN "withdrawn_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "reopening" ADD COLUMN "withdrawn_by" uuid;
--> statement-breakpoint
ALTER TABLE "reopening" ADD COLUMN "refused_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "reopening" ADD COLUMN "refused_by" uuid;
--> statement-breakpoint
ALTER TABLE "reopening" ADD COLUMN "refused_reason" text;
--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_refused_by_person_id_fk" FOREIGN KEY ("refused_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_is_known" CHECK ("notice"."kind" in ('opened', 'figures due', 'figures overdue', 'commentary due', 'commentary overdue', 'asked', 'reopened', 'refused', 'approved', 'returned', 'withdrawn', 'lapsed', 'published'));
--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "asking_withdrawn_by_somebody" CHECK (("reopening"."withdrawn_at" is null) = ("reopening"."withdrawn_by" is null));
--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_refused_by_somebody" CHECK (("reopening"."refused_at" is null) = ("reopening"."refused_by" is null));
--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_refused_with_reason" CHECK (("reopening"."refused_at" is null) = ("reopening"."refused_reason" is null) and coalesce("reopening"."refused_reason", '-') <> '');
--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "asked_once_answered_once" CHECK (num_nonnulls("reopening"."reopened_at", "reopening"."withdrawn_at", "reopening"."refused_at") <= 1);
--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "answered_what_was_asked" CHECK ("reopening"."asked_at" is not null or "reopening"."reopened_at" is not null);
--> statement-breakpoint

-- Its guard keeps the words of a refusal too, and an answer neither unhappens nor happens again.
drop trigger guard_row on public.reopening;
--> statement-breakpoint
drop trigger keep_fact on public.reopening;
--> statement-breakpoint
create trigger guard_row before insert or update or delete on public.reopening for each row execute function audit.guard_row(
  '{id,submission_id,scorecard_id,month,team_id,asked_at,asked_by,asked_reason}',
  '{"asked_reason": 1000, "reopened_reason": 1000, "refused_reason": 1000}');
--> statement-breakpoint
alter table public.reopening enable always trigger guard_row;
--> statement-breakpoint
create trigger keep_fact before update on public.reopening for each row execute function audit.keep_fact(
  'reopened_at', 'reopened_by', 'reopened_until', 'reopened_reason', 'withdrawn_at', 'withdrawn_by', 'refused_at', 'refused_by', 'refused_reason');
--> statement-breakpoint
alter table public.reopening enable always trigger keep_fact;
--> statement-breakpoint

-- As it was, with who takes a request back and who refuses one.
create or replace function public.keep_returns_in_turn() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.current_action();
  asks boolean := action.verb = 'reopening.ask';
  locking public.return_submission;
begin
  if (select t.organisation_id from public.team t where t.id = new.team_id) is distinct from audit.organisation_of(new.scorecard_id) then
    raise exception 'This team is of another organisation.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  if action.kind <> 'person' then
    return new;
  end if;
  if not exists (select from public.role_grant g
    where g.person_id = coalesce(action.on_behalf_of, action.person) and g.organisation_id = action.organisation and g.revoked_at is null
      and (case when action.verb in ('return.reopen', 'reopening.refuse') then g.role = 'performance officer' or g.role = 'head of service' and g.team_id = new.team_id
        else g.role = 'team lead' and g.team_id = new.team_id end))
  then
    raise exception 'This is not one of your team’s.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  perform from public.scorecard_month m
  where m.scorecard_id = new.scorecard_id and m.month = new.month and m.closed_at is null for update;
  if not found then
    raise exception 'This month is not open.' using errcode = 'CD005', detail = 'MONTH_CLOSED';
  end if;
  locking := public.locking_submission(new.scorecard_id, new.month, new.team_id);
  if tg_table_name = 'return_submission' then
    if locking.id is not null then
      raise exception 'This return is submitted already.' using errcode = 'CD005', detail = 'WRONG_STATE';
    end if;
    return new;
  end if;
  if not (case action.verb
    when 'reopening.ask' then tg_op = 'INSERT' and new.asked_by is not null and num_nonnulls(new.reopened_by, new.withdrawn_by, new.refused_by) = 0
    when 'return.reopen' then new.reopened_by is not null and (tg_op = 'UPDATE' or new.asked_by is null)
    when 'reopening.withdraw' then tg_op = 'UPDATE' and new.withdrawn_by is not null
    when 'reopening.refuse' then tg_op = 'UPDATE' and new.refused_by is not null
    else false end)
  then
    raise exception '% does not say this of a reopening.', action.verb using errcode = 'CD006', detail = 'FALSE_VERB';
  end if;
  if tg_op = 'UPDATE' and num_nonnulls(old.reopened_at, old.withdrawn_at, old.refused_at) > 0 then
    raise exception 'This request was answered or taken back already.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if new.submission_id is distinct from (select s.id from public.return_submission s
    where s.scorecard_id = new.scorecard_id and s.month = new.month and s.team_id = new.team_id order by s.submitted_at desc limit 1)
  then
    raise exception 'This return was submitted again since.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if asks and (locking.id is null
    or exists (select from public.reopening o where o.submission_id = new.submission_id and num_nonnulls(o.reopened_at, o.withdrawn_at, o.refused_at) = 0))
  then
    raise exception 'This return is reopened, or asked to be, already.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  return new;
end $$;
--> statement-breakpoint

-- As it was, with the leads who are told that their request was refused.
create or replace function public.tell_people() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  told public.notice;
begin
  told.of_row := new.id;
  told.month := new.month;
  if tg_table_name in ('comment_decision', 'lapse') then
    told.indicator_id := new.indicator_id;
    told.team_id := audit.team_of(new.indicator_id, new.month);
    told.scorecard_id := (select i.scorecard_id from public.indicator i where i.id = new.indicator_id);
  else
    told.scorecard_id := new.scorecard_id;
  end if;
  case tg_table_name
  when 'scorecard_month' then
    told.kind := 'opened';
    told.due := new.figures_due;
    for told.team_id in select a.team_id from holding.asked_of_teams(new.scorecard_id, new.month) a loop
      perform public.tell(told, '{team lead}');
    end loop;
  when 'comment_decision' then
    told.kind := new.kind;
    perform public.tell(told, '{team lead}');
  when 'lapse' then
    told.kind := 'lapsed';
    perform public.tell(told, '{team lead,head of service}');
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
