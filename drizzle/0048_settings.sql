-- What an organisation sets for itself: beside its name and its time zone how soon sessions end, never later than the operator
-- says, and who may publish over what stands in the way. Null: as the operator says, and any performance officer.
ALTER TABLE "organisation" ADD COLUMN "session_idle_hours" smallint;
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "session_hours" smallint;
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "publishes_over" text;
--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "sessions_end_within_a_day" CHECK ("organisation"."session_idle_hours" between 1 and 24 and "organisation"."session_hours" between "organisation"."session_idle_hours" and 24 and num_nulls("organisation"."session_idle_hours", "organisation"."session_hours") <> 1);
--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_time_zone_can_be_shown" CHECK (length("organisation"."time_zone") <= 100 and audit.has_visible("organisation"."time_zone"));
--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "publishes_over_is_known" CHECK ("organisation"."publishes_over" in ('another officer', 'nobody'));
--> statement-breakpoint

-- A person sets what their own organisation is like; and only a time zone that there is.
create function public.keep_settings() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.require_action(tg_table_name);
begin
  if action.kind <> 'person' then
    return new;
  end if;
  if new.id <> action.organisation then
    raise exception 'This is another organisation.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  if new.time_zone <> old.time_zone and not exists (select from pg_timezone_names z where z.name = new.time_zone) then
    raise exception 'There is no such time zone.' using errcode = 'CD005', detail = 'INVALID';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_settings before update on public.organisation for each row execute function public.keep_settings();
--> statement-breakpoint
alter table public.organisation enable always trigger keep_settings;
--> statement-breakpoint

-- How long sessions may last by what the operator said.
create function access.session_limits() returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('idleHours', extract(epoch from life.idle) / 3600, 'hours', extract(epoch from life.longest) / 3600) from access.session_life life
$$;
--> statement-breakpoint

-- A session is live by the clock, by what the operator says, and by what its person's organisation says where that is sooner.
create or replace function access.is_live(of_session uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
    select from public.session s
    join public.session_touch t on t.session_id = s.id
    cross join access.session_life life
    left join public.organisation o on o.id = access.organisation_of(s.person_id)
    where s.id = of_session and s.ended_at is null
      and least(s.expires_at, s.started_at + make_interval(hours => o.session_hours)) > clock_timestamp()
      and t.touched_at > clock_timestamp() - least(life.idle, make_interval(hours => o.session_idle_hours)));
end $$;
--> statement-breakpoint

create or replace function access.why_ended(token text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash text := access.token_hash(why_ended.token);
  told jsonb;
begin
  select case
    when s.ended_at is not null then jsonb_build_object('why', 'ended')
    when least(ends.at, t.touched_at + ends.idle) > now() then null
    when t.touched_at + ends.idle < ends.at then
      jsonb_build_object('why', 'idle', 'hours', extract(epoch from ends.idle) / 3600)
    else jsonb_build_object('why', 'longest', 'hours', round(extract(epoch from ends.at - s.started_at) / 3600)) end
  into told
  from public.session s
  join public.session_touch t on t.session_id = s.id
  cross join access.session_life life
  left join public.organisation o on o.id = access.organisation_of(s.person_id)
  cross join lateral (select least(s.expires_at, s.started_at + make_interval(hours => o.session_hours)) as at,
    least(life.idle, make_interval(hours => o.session_idle_hours)) as idle) ends
  where s.token_hash = hash;
  return told;
end $$;
--> statement-breakpoint

-- As it was, with who may publish over what stands in the way.
create or replace function public.keep_editions_in_turn() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.current_action();
  over text := (select o.publishes_over from public.organisation o where o.id = audit.organisation_of(new.scorecard_id));
begin
  perform from public.scorecard_month m
  where m.scorecard_id = new.scorecard_id and m.month = new.month and m.closed_at is not null for update;
  if not found then
    raise exception 'Only a closed month is published.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if action.kind = 'person' and new.blockers <> '[]'::jsonb then
    if over = 'nobody' then
      raise exception 'Here nobody publishes over what stands in the way.' using errcode = 'CD005', detail = 'WRONG_STATE';
    end if;
    if over = 'another officer' and action.person = (select m.closed_by from public.scorecard_month m
      where m.scorecard_id = new.scorecard_id and m.month = new.month)
    then
      raise exception 'Here whoever closed a month does not publish it over what stands in the way: another performance officer does.'
        using errcode = 'CD005', detail = 'WRONG_STATE';
    end if;
  end if;
  lock table audit.cut in share row exclusive mode;
  new.number := (select coalesce(max(e.number), 0) + 1 from public.edition e
    where e.scorecard_id = new.scorecard_id and e.month = new.month);
  new.cut := (select coalesce(max(c.number), 0) + 1 from audit.cut c);
  return new;
end $$;
--> statement-breakpoint

-- A start misses too what keeps settings to their own organisation.
create or replace function audit.unwatched() returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with live as (
    select t.tgrelid, t.tgname from pg_catalog.pg_trigger t where not t.tgisinternal and t.tgenabled = 'A'
  )
  select c.relname::text from pg_catalog.pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and c.relname not in ('limits', 'session_touch', 'notice', 'migration')
    and (select count(*) from live where live.tgrelid = c.oid and live.tgname in ('guard_row', 'record_entry', 'refuse_truncate')) < 3
  union
  select of_trail.relation::text
  from (values ('audit.action'::regclass, 3), ('audit.entry', 3), ('audit.words', 2)) of_trail (relation, triggers)
  where (select count(*) from live where live.tgrelid = of_trail.relation and live.tgname in ('require_door', 'refuse_change', 'refuse_truncate')) < of_trail.triggers
  union
  select c.relname || '.' || t.tgname from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
  where c.relnamespace in ('public'::regnamespace, 'audit'::regnamespace) and not t.tgisinternal and t.tgenabled <> 'A'
  union
  select needed.relation || '.' || needed.trigger from (values
    ('comment_decision', 'refuse_own_words'), ('comment_decision', 'see_month_before'), ('revision_author', 'keep_submitted_authors'),
    ('comment_revision', 'keep_submitted_revision'), ('session', 'keep_fact'), ('role_grant', 'keep_revoked'),
    ('role_grant', 'keep_an_officer'), ('person', 'keep_an_officer'),
    ('invitation', 'keep_fact'), ('import', 'keep_fact'), ('deputy', 'keep_fact'), ('scorecard_label_set', 'keep_fact'),
    ('indicator_definition', 'keep_fact'), ('indicator_team', 'keep_fact'), ('due_rule', 'keep_fact'),
    ('band_set', 'keep_fact'), ('benchmark', 'keep_fact'), ('milestone', 'keep_fact'), ('label_set', 'require_whole_label_set'),
    ('label', 'require_whole_label_set'), ('label', 'keep_levels_in_use'), ('band', 'keep_bands_of_set'), ('band', 'require_whole_bands'),
    ('scorecard_label_set', 'require_label_set'), ('scorecard_label_set', 'require_own_label_set'), ('indicator_team', 'require_own_team'),
    ('indicator_definition', 'require_own_section'), ('comment_revision', 'require_own_import'), ('comment_revision', 'number_in_turn'), ('import', 'require_own_file'),
    ('import_doubt', 'keep_settled_answers'),
    ('scorecard_month', 'keep_months_in_turn'), ('bank_holiday', 'keep_fact'),
    ('edition', 'keep_editions_in_turn'), ('edition', 'take_its_cut'),
    ('lapse', 'keep_fact'), ('actual', 'lapse_approvals'), ('band_set', 'lapse_approvals'), ('band', 'lapse_approvals'),
    ('indicator_definition', 'lapse_approvals'), ('scorecard_label_set', 'lapse_approvals'),
    ('return_submission', 'keep_returns_in_turn'), ('reopening', 'keep_returns_in_turn'), ('reopening', 'keep_fact'),
    ('actual', 'refuse_in_locked_return'), ('comment_revision', 'refuse_in_locked_return'),
    ('scorecard_month', 'tell_people'), ('comment_decision', 'tell_people'), ('lapse', 'tell_people'), ('reopening', 'tell_people'),
    ('edition', 'tell_people'),
    ('restatement', 'keep_restatements'), ('actual', 'require_restatement'),
    ('role_grant', 'require_own_person'), ('invitation', 'require_own_person'), ('person', 'require_own_person'),
    ('invitation', 'keep_invitations'),
    ('deputy', 'keep_deputies'), ('deputy', 'tell_of_deputies'), ('organisation', 'keep_settings')
  ) needed (relation, trigger)
  where not exists (select from live where live.tgrelid = ('public.' || needed.relation)::regclass and live.tgname = needed.trigger)
  union
  -- Another function of a door's name would pass for it.
  select p.pronamespace::regnamespace || '.' || p.proname from pg_catalog.pg_proc p
  where p.pronamespace in ('audit'::regnamespace, 'access'::regnamespace) group by p.pronamespace, p.proname having count(*) > 1
  order by 1
$$;
