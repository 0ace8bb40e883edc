-- A decision keeps the milestone that was on its approver's screen too, beside the figure, the grade, the bands and the words of
-- the levels: milestones are withdrawn and set anew.
ALTER TABLE "comment_decision" ADD COLUMN "milestone_id" uuid;
--> statement-breakpoint
ALTER TABLE "comment_decision" ADD CONSTRAINT "comment_decision_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint

create or replace function public.decide_on_submitted_words() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  revision public.comment_revision;
  action audit.action := audit.current_action();
  stands public.actual;
  earned record;
  newest public.comment_decision;
  of_milestone uuid;
begin
  if new.for_person is distinct from action.on_behalf_of then
    raise exception 'A decision is for whom its action is.' using errcode = 'CD006', detail = 'FALSE_AUTHOR';
  end if;
  select * into revision from public.comment_revision where id = new.revision_id for update;
  if revision.submitted_at is null then
    raise exception 'This revision has not been submitted, so there is nothing to decide.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if revision.withdrawn_at is not null then
    raise exception 'This revision was withdrawn by its author.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  -- What a decision says that it saw is what stands; the lock keeps it standing until the decision does.
  select * into stands from public.actual where indicator_id = new.indicator_id and month = new.month for share;
  if action.kind = 'person' and (new.actual_version, new.figure, new.missing) is distinct from (stands.version, stands.value, stands.missing) then
    raise exception 'This is not the figure that stands there.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  -- The grade is what the figure earns by the bands and levels that hold there: left out, or just that. Who changes those
  -- waits, and looks for this approval then.
  perform from public.indicator i where i.id = new.indicator_id for share;
  select * into earned from audit.earned(new.indicator_id, new.month, stands.value);
  if action.kind = 'person' and coalesce(new.grade::text, new.band_set_id::text, new.label_set_id::text) is null then
    new.grade := earned.grade;
    new.band_set_id := earned.band_set_id;
    new.label_set_id := earned.label_set_id;
  end if;
  if action.kind = 'person' and (new.grade, new.band_set_id, new.label_set_id) is distinct from (earned.grade, earned.band_set_id, earned.label_set_id) then
    raise exception 'This is not the grade that the figure earns.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  select m.id into of_milestone from holding.milestone() m where m.indicator_id = new.indicator_id and m.month = new.month;
  if action.kind = 'person' then
    new.milestone_id := coalesce(new.milestone_id, of_milestone);
    if new.milestone_id is distinct from of_milestone then
      raise exception 'This is not the milestone that stands there.' using errcode = 'CD005', detail = 'WRONG_STATE';
    end if;
  end if;
  select * into newest from public.comment_decision d where d.revision_id = new.revision_id order by d.decided_at desc limit 1;
  if new.kind = 'withdrawn' and newest.kind is distinct from 'approved' then
    raise exception 'This revision is not approved, so there is no approval to withdraw.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if action.kind = 'person' and new.kind <> 'withdrawn' and exists (select from public.comment_revision r
    where r.comment_id = revision.comment_id and r.number > revision.number and r.submitted_at is not null and r.withdrawn_at is null)
  then
    raise exception 'Newer words were submitted in place of these.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  -- A revision is decided on once, unless its approval was withdrawn or has lapsed.
  if action.kind = 'person' and new.kind <> 'withdrawn' and newest.id is not null
    and not (newest.kind = 'withdrawn' and new.kind = 'approved')
    and not (newest.kind = 'approved' and (
      (newest.figure, newest.missing, newest.grade) is distinct from (stands.value, stands.missing, earned.grade)
      or newest.grade is not null and (select count(*) from public.label l where l.label_set_id = newest.label_set_id) not in (0, earned.levels)))
  then
    raise exception 'This revision was decided on already.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if new.kind = 'approved' and (
    new.decided_by in (revision.written_by, revision.submitted_by)
    or new.for_person in (revision.written_by, revision.submitted_by)
    or exists (select from public.revision_author a
      where a.revision_id = new.revision_id and a.person_id in (new.decided_by, new.for_person))
    or exists (select from audit.entry e
      where e.table_name = 'comment_revision' and e.key = new.revision_id::text and e.person in (new.decided_by, new.for_person)
        and e.before ->> 'words' is distinct from e.after ->> 'words')
  ) then
    raise exception 'Nobody approves their own words.' using errcode = 'CD004', detail = 'OWN_WORDS';
  end if;
  return new;
end $$;
