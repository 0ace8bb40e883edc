-- A team's return for a month is submitted by its lead, which locks it for the team's leads, and reopened until a moment by
-- its head of service or the performance officer. After that moment it is locked again by itself: the clock is compared each
-- time something is written, and nothing has to be done at the moment.
CREATE TABLE "reopening" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"month" date NOT NULL,
	"team_id" uuid NOT NULL,
	"asked_at" timestamp with time zone,
	"asked_by" uuid,
	"asked_reason" text,
	"reopened_at" timestamp with time zone,
	"reopened_by" uuid,
	"reopened_until" timestamp with time zone,
	"reopened_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "reopening_first_of_month" CHECK (extract(day from "reopening"."month") = 1),
	CONSTRAINT "asked_by_somebody" CHECK (("reopening"."asked_at" is null) = ("reopening"."asked_by" is null)),
	CONSTRAINT "asked_with_reason" CHECK (("reopening"."asked_at" is null) = ("reopening"."asked_reason" is null) and coalesce("reopening"."asked_reason", '-') <> ''),
	CONSTRAINT "reopened_by_somebody" CHECK (("reopening"."reopened_at" is null) = ("reopening"."reopened_by" is null)),
	CONSTRAINT "reopened_until_a_moment" CHECK (("reopening"."reopened_at" is null) = ("reopening"."reopened_until" is null)),
	CONSTRAINT "reopened_until_later" CHECK ("reopening"."reopened_until" > "reopening"."reopened_at"),
	CONSTRAINT "reopened_for_a_reason" CHECK (coalesce("reopening"."asked_reason", "reopening"."reopened_reason", '') <> '' and ("reopening"."reopened_reason" is null or "reopening"."reopened_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "return_submission" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"month" date NOT NULL,
	"team_id" uuid NOT NULL,
	"submitted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_by" uuid NOT NULL,
	CONSTRAINT "submission_of_its_return" UNIQUE("id","scorecard_id","month","team_id"),
	CONSTRAINT "return_submission_first_of_month" CHECK (extract(day from "return_submission"."month") = 1)
);
--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_reopened_by_person_id_fk" FOREIGN KEY ("reopened_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_of_its_submission" FOREIGN KEY ("submission_id","scorecard_id","month","team_id") REFERENCES "public"."return_submission"("id","scorecard_id","month","team_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "return_submission" ADD CONSTRAINT "return_submission_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "return_submission" ADD CONSTRAINT "return_submission_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "return_submission" ADD CONSTRAINT "submission_of_its_month" FOREIGN KEY ("scorecard_id","month") REFERENCES "public"."scorecard_month"("scorecard_id","month") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "reopening_by_submission" ON "reopening" USING btree ("submission_id");
--> statement-breakpoint
CREATE INDEX "submission_by_return" ON "return_submission" USING btree ("scorecard_id","month","team_id");
--> statement-breakpoint

select
  audit.watch('return_submission', '{scorecard_id,month,team_id,submitted_at,submitted_by}'),
  audit.watch('reopening', '{submission_id,scorecard_id,month,team_id,asked_at,asked_by,asked_reason}',
    words => '{"asked_reason": 1000, "reopened_reason": 1000}');
--> statement-breakpoint
create trigger keep_fact before update on public.reopening for each row
  execute function audit.keep_fact('reopened_at', 'reopened_by', 'reopened_until', 'reopened_reason');
--> statement-breakpoint
alter table public.reopening enable always trigger keep_fact;
--> statement-breakpoint

-- Which verbs write in a return only while it is not locked.
ALTER TABLE "audit"."verb" ADD COLUMN "in_open_return" boolean DEFAULT false NOT NULL;
--> statement-breakpoint

-- The submission that locks a team's return, if it is locked: submitted, and not reopened until later than now.
create function public.locking_submission(in_scorecard uuid, of_month date, of_team uuid) returns public.return_submission
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  submission public.return_submission;
begin
  select s.* into submission from public.return_submission s
  where s.scorecard_id = in_scorecard and s.month = of_month and s.team_id = of_team order by s.submitted_at desc limit 1;
  if (select o.reopened_until from public.reopening o where o.submission_id = submission.id and o.reopened_at is not null
    order by o.reopened_at desc limit 1) > now()
  then
    return null;
  end if;
  return submission;
end $$;
--> statement-breakpoint

-- Figures and comments of a locked return are not written by who leads its team; but for a comment whose newest decision since
-- gave it back, which is open to them until another decides on it. After every row, and by its name behind record_entry, which
-- has locked the month that whoever submits waits for: so that what is asked here is as it stands when both are done.
create function public.refuse_in_locked_return() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.current_action();
  of_scorecard uuid;
  locking public.return_submission;
begin
  select i.scorecard_id into of_scorecard from public.indicator i where i.id = new.indicator_id;
  if not exists (select from public.return_submission s where s.scorecard_id = of_scorecard and s.month = new.month)
    or not exists (select from audit.verb v where v.verb = action.verb and v.in_open_return)
  then
    return null;
  end if;
  locking := public.locking_submission(of_scorecard, new.month, audit.team_of(new.indicator_id, new.month));
  if locking.id is null then
    return null;
  end if;
  if tg_table_name = 'comment_revision' and (select d.kind <> 'approved' and d.decided_at > locking.submitted_at
    from public.comment_decision d where d.indicator_id = new.indicator_id and d.month = new.month order by d.decided_at desc limit 1)
  then
    return null;
  end if;
  raise exception 'The % return for % is submitted, so this is locked. Ask for it to be reopened.',
    (select t.name from public.team t where t.id = locking.team_id), to_char(new.month, 'FMMonth YYYY')
    using errcode = 'CD005', detail = 'WRONG_STATE';
end $$;
--> statement-breakpoint
create trigger refuse_in_locked_return after insert or update on public.actual for each row execute function public.refuse_in_locked_return();
--> statement-breakpoint
alter table public.actual enable always trigger refuse_in_locked_return;
--> statement-breakpoint
create trigger refuse_in_locked_return after insert or update on public.comment_revision for each row execute function public.refuse_in_locked_return();
--> statement-breakpoint
alter table public.comment_revision enable always trigger refuse_in_locked_return;
--> statement-breakpoint

-- A return is submitted, asked about and reopened in turn, by who may do that for its team, while its month is open. The month
-- is locked first, as by everybody who writes in it, and against all of them: who saves a figure is done before, or is refused.
create function public.keep_returns_in_turn() returns trigger
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
      and (case when action.verb = 'return.reopen' then g.role = 'performance officer' or g.role = 'head of service' and g.team_id = new.team_id
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
  if asks = (new.reopened_at is not null or new.reopened_by is not null) or not asks and tg_op = 'INSERT' and new.asked_by is not null then
    raise exception '% does not say this of a reopening.', action.verb using errcode = 'CD006', detail = 'FALSE_VERB';
  end if;
  if new.submission_id is distinct from (select s.id from public.return_submission s
    where s.scorecard_id = new.scorecard_id and s.month = new.month and s.team_id = new.team_id order by s.submitted_at desc limit 1)
  then
    raise exception 'This return was submitted again since.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if asks and (locking.id is null
    or exists (select from public.reopening o where o.submission_id = new.submission_id and o.reopened_at is null))
  then
    raise exception 'This return is reopened, or asked to be, already.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_returns_in_turn before insert on public.return_submission for each row execute function public.keep_returns_in_turn();
--> statement-breakpoint
alter table public.return_submission enable always trigger keep_returns_in_turn;
--> statement-breakpoint
create trigger keep_returns_in_turn before insert or update on public.reopening for each row execute function public.keep_returns_in_turn();
--> statement-breakpoint
alter table public.reopening enable always trigger keep_returns_in_turn;
