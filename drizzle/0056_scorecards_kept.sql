-- A scorecard and its structure are kept by a performance officer: made, renamed and ended by hand. What ended stays where it
-- is and is added to no more; a section's number is free again once it ended.
ALTER TABLE "section" DROP CONSTRAINT "section_number_once";
--> statement-breakpoint
ALTER TABLE "scorecard" ADD COLUMN "sentence" text;
--> statement-breakpoint
ALTER TABLE "scorecard" ADD COLUMN "ended_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "scorecard" ADD COLUMN "ended_by" uuid;
--> statement-breakpoint
ALTER TABLE "scorecard" ADD COLUMN "ended_reason" text;
--> statement-breakpoint
ALTER TABLE "section" ADD COLUMN "ended_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "section" ADD COLUMN "ended_by" uuid;
--> statement-breakpoint
ALTER TABLE "theme" ADD COLUMN "ended_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "theme" ADD COLUMN "ended_by" uuid;
--> statement-breakpoint
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "section_number_once" ON "section" USING btree ("scorecard_id","number") WHERE "section"."ended_at" is null;
--> statement-breakpoint
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_sentence_can_be_shown" CHECK (length("scorecard"."sentence") <= 500 and audit.has_visible("scorecard"."sentence"));
--> statement-breakpoint
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_ends_with_reason" CHECK (("scorecard"."ended_at" is null) = ("scorecard"."ended_reason" is null) and "scorecard"."ended_reason" <> '');
--> statement-breakpoint

-- Why a scorecard ended is free text; and a section's number can change.
drop trigger guard_row on public.scorecard;
--> statement-breakpoint
create trigger guard_row before insert or update or delete on public.scorecard for each row execute function audit.guard_row(
  '{id,organisation_id,slug}', '{"ended_reason": 1000}');
--> statement-breakpoint
drop trigger guard_row on public.section;
--> statement-breakpoint
create trigger guard_row before insert or update or delete on public.section for each row execute function audit.guard_row(
  '{id,scorecard_id}', '{}');
--> statement-breakpoint
create trigger keep_fact before update on public.scorecard for each row execute function audit.keep_fact('ended_at', 'ended_by', 'ended_reason');
--> statement-breakpoint
create trigger keep_fact before update on public.theme for each row execute function audit.keep_fact('ended_at', 'ended_by');
--> statement-breakpoint
create trigger keep_fact before update on public.section for each row execute function audit.keep_fact('ended_at', 'ended_by');
--> statement-breakpoint
alter table public.scorecard enable always trigger guard_row, enable always trigger keep_fact;
--> statement-breakpoint
alter table public.theme enable always trigger keep_fact;
--> statement-breakpoint
alter table public.section enable always trigger guard_row, enable always trigger keep_fact;
--> statement-breakpoint

-- A scorecard ends once none of its months is open; from then on its name stays too.
create function public.keep_scorecard() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.ended_at is not null then
    raise exception 'This scorecard has ended, and stays as it is.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if new.ended_at is not null and exists (select from scorecard_month m where m.scorecard_id = new.id and m.closed_at is null) then
    raise exception 'A month of this scorecard is open. Close it first.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_scorecard before update on public.scorecard for each row execute function public.keep_scorecard();
--> statement-breakpoint
alter table public.scorecard enable always trigger keep_scorecard;
--> statement-breakpoint

-- Of a scorecard that ended, nothing is made or set any more, and no month is opened. What was is still closed, published,
-- restated and withdrawn.
create function public.refuse_after_end() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  row jsonb := to_jsonb(new);
  of_scorecard uuid := coalesce((row ->> 'scorecard_id')::uuid, (select i.scorecard_id from indicator i where i.id = (row ->> 'indicator_id')::uuid));
begin
  if tg_table_name = 'scorecard_month' and tg_op = 'UPDATE' and row ->> 'closed_at' is not null then
    return new;
  end if;
  perform from scorecard s where s.id = of_scorecard and s.ended_at is null for share;
  if not found then
    raise exception 'This scorecard has ended, so nothing of it is added or changed any more.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger refuse_after_end before insert or update on public.scorecard_month for each row execute function public.refuse_after_end();
--> statement-breakpoint
create trigger refuse_after_end before insert or update on public.theme for each row execute function public.refuse_after_end();
--> statement-breakpoint
create trigger refuse_after_end before insert or update on public.section for each row execute function public.refuse_after_end();
--> statement-breakpoint
create trigger refuse_after_end before insert on public.indicator for each row execute function public.refuse_after_end();
--> statement-breakpoint
create trigger refuse_after_end before insert on public.indicator_definition for each row execute function public.refuse_after_end();
--> statement-breakpoint
create trigger refuse_after_end before insert on public.indicator_team for each row execute function public.refuse_after_end();
--> statement-breakpoint
create trigger refuse_after_end before insert on public.due_rule for each row execute function public.refuse_after_end();
--> statement-breakpoint
create trigger refuse_after_end before insert on public.band_set for each row execute function public.refuse_after_end();
--> statement-breakpoint
create trigger refuse_after_end before insert on public.benchmark for each row execute function public.refuse_after_end();
--> statement-breakpoint
create trigger refuse_after_end before insert on public.milestone for each row execute function public.refuse_after_end();
--> statement-breakpoint
alter table public.scorecard_month enable always trigger refuse_after_end;
--> statement-breakpoint
alter table public.theme enable always trigger refuse_after_end;
--> statement-breakpoint
alter table public.section enable always trigger refuse_after_end;
--> statement-breakpoint
alter table public.indicator enable always trigger refuse_after_end;
--> statement-breakpoint
alter table public.indicator_definition enable always trigger refuse_after_end;
--> statement-breakpoint
alter table public.indicator_team enable always trigger refuse_after_end;
--> statement-breakpoint
alter table public.due_rule enable always trigger refuse_after_end;
--> statement-breakpoint
alter table public.band_set enable always trigger refuse_after_end;
--> statement-breakpoint
alter table public.benchmark enable always trigger refuse_after_end;
--> statement-breakpoint
alter table public.milestone enable always trigger refuse_after_end;
--> statement-breakpoint

-- A theme and a section end once nothing stands in them any more: no section that has not ended; no indicator's newest
-- definition, unless that has ended itself. And nothing newly comes to stand in one that ended.
create function public.stands_in(of_section uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from indicator_definition d where d.section_id = of_section and d.withdrawn_at is null and d.to_month is null
    and not exists (select from indicator_definition l where l.indicator_id = d.indicator_id and l.withdrawn_at is null and l.from_month > d.from_month))
$$;
--> statement-breakpoint
create function public.keep_structure() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_table_name = 'theme' then
    if old.ended_at is not null then
      raise exception 'This theme has ended, and stays as it is.' using errcode = 'CD005', detail = 'WRONG_STATE';
    end if;
    if new.ended_at is not null and exists (select from section s where s.theme_id = new.id and s.ended_at is null) then
      raise exception 'There are sections in this theme. Move them first.' using errcode = 'CD005', detail = 'WRONG_STATE';
    end if;
  elsif tg_table_name = 'section' then
    if tg_op = 'UPDATE' then
      if old.ended_at is not null then
        raise exception 'This section has ended, and stays as it is.' using errcode = 'CD005', detail = 'WRONG_STATE';
      end if;
      if new.ended_at is not null and public.stands_in(new.id) then
        raise exception 'There are indicators in this section. Move them first.' using errcode = 'CD005', detail = 'WRONG_STATE';
      end if;
    end if;
    if tg_op = 'INSERT' or new.theme_id <> old.theme_id then
      perform from theme t where t.id = new.theme_id and t.ended_at is null for share;
      if not found then
        raise exception 'This theme has ended, so no section comes into it.' using errcode = 'CD005', detail = 'WRONG_STATE';
      end if;
    end if;
  else
    perform from section s where s.id = new.section_id and s.ended_at is null for share;
    if not found and not exists (select from indicator_definition l
      where l.indicator_id = new.indicator_id and l.withdrawn_at is null and l.from_month > new.from_month)
    then
      raise exception 'This section has ended, so no indicator comes into it.' using errcode = 'CD005', detail = 'WRONG_STATE';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_structure before update on public.theme for each row execute function public.keep_structure();
--> statement-breakpoint
create trigger keep_structure before insert or update on public.section for each row execute function public.keep_structure();
--> statement-breakpoint
create trigger keep_structure before insert on public.indicator_definition for each row execute function public.keep_structure();
--> statement-breakpoint
alter table public.theme enable always trigger keep_structure;
--> statement-breakpoint
alter table public.section enable always trigger keep_structure;
--> statement-breakpoint
alter table public.indicator_definition enable always trigger keep_structure;
--> statement-breakpoint

-- A start misses these too: they join the list as it stands.
do $do$
declare
  made text := pg_get_functiondef('audit.unwatched'::regproc);
  more text := $needed$,
    ('scorecard', 'keep_fact'), ('theme', 'keep_fact'), ('section', 'keep_fact'), ('scorecard', 'keep_scorecard'),
    ('theme', 'keep_structure'), ('section', 'keep_structure'), ('indicator_definition', 'keep_structure'),
    ('scorecard_month', 'refuse_after_end'), ('theme', 'refuse_after_end'), ('section', 'refuse_after_end'), ('indicator', 'refuse_after_end'),
    ('indicator_definition', 'refuse_after_end'), ('indicator_team', 'refuse_after_end'), ('due_rule', 'refuse_after_end'),
    ('band_set', 'refuse_after_end'), ('benchmark', 'refuse_after_end'), ('milestone', 'refuse_after_end')
  ) needed (relation, trigger)$needed$;
begin
  execute regexp_replace(made, '\s*\) needed \(relation, trigger\)', more);
end $do$;
