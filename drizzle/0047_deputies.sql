-- Deputies are named on a screen and decide on one: between two days of the council's own zone, on comments of one team of
-- one head of service, and never on the words of either. What makes somebody a deputy is asked at every door, so that it ends
-- by itself, also in the middle of an open form.
ALTER TABLE "audit"."verb" ADD COLUMN "by_deputy" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "notice" ALTER COLUMN "scorecard_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "notice" ALTER COLUMN "month" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_is_known";
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_is_known" CHECK ("notice"."kind" in ('opened', 'opened again', 'figures due', 'figures overdue', 'commentary due', 'commentary overdue', 'asked', 'reopened', 'refused', 'approved', 'returned', 'withdrawn', 'lapsed', 'published', 'deputy named', 'deputy ended'));
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_of_a_month_or_a_deputy" CHECK (num_nulls("notice"."scorecard_id", "notice"."month") = case when "notice"."kind" in ('deputy named', 'deputy ended') then 2 else 0 end);
--> statement-breakpoint
CREATE INDEX "deputy_by_head" ON "deputy" USING btree ("head_id","team_id");
--> statement-breakpoint

-- Who may stand in for a head of service: somebody who works on commentary, as a team's lead or head, and neither an auditor,
-- who changes nothing, nor a performance officer, who never approves. The tables are found by the caller's search path.
create function holding.may_be_deputy(of_person uuid, in_organisation uuid) returns boolean
language sql stable as $$
  select exists (select from person p where p.id = of_person and p.disabled_at is null)
    and exists (select from role_grant g where g.person_id = of_person and g.organisation_id = in_organisation and g.revoked_at is null and g.team_id is not null)
    and not exists (select from role_grant g where g.person_id = of_person and g.organisation_id = in_organisation and g.revoked_at is null
      and g.role in ('auditor', 'performance officer'))
$$;
--> statement-breakpoint

-- Who stands in for whom on a day, of which team: while the head of service holds that role and can sign in, and the deputy may
-- be one and does not hold the role themselves.
create function holding.standing_in(in_organisation uuid, on_day date) returns table (deputy_id uuid, head_id uuid, team_id uuid, to_day date)
language sql stable as $$
  select d.deputy_id, d.head_id, d.team_id, d.to_day from deputy d
  join person h on h.id = d.head_id and h.disabled_at is null
  where d.organisation_id = in_organisation and on_day between d.from_day and d.to_day and d.withdrawn_at is null
    and exists (select from role_grant g where g.person_id = d.head_id and g.organisation_id = d.organisation_id and g.team_id = d.team_id
      and g.role = 'head of service' and g.revoked_at is null)
    and not exists (select from role_grant g where g.person_id = d.deputy_id and g.organisation_id = d.organisation_id and g.team_id = d.team_id
      and g.role = 'head of service' and g.revoked_at is null)
    and holding.may_be_deputy(d.deputy_id, d.organisation_id)
$$;
--> statement-breakpoint

-- The same door, which says why somebody is a deputy no more, or not yet.
create or replace function access.hold_deputy(of_deputy uuid, of_head uuid, of_organisation uuid, time_zone text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  today date := (now() at time zone time_zone)::date;
  roles jsonb;
  head text;
  latest public.deputy;
begin
  select p.name into head from person p where p.id = of_head for share;
  perform from role_grant g where g.person_id = of_head and g.organisation_id = of_organisation and g.revoked_at is null for share;
  perform from deputy d
  where d.deputy_id = of_deputy and d.head_id = of_head and d.organisation_id = of_organisation
    and today between d.from_day and d.to_day and d.withdrawn_at is null for share;
  select jsonb_agg(jsonb_build_object('role', 'head of service', 'team', jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name)) order by t.name)
  into roles
  from holding.standing_in(of_organisation, today) s join team t on t.id = s.team_id
  where s.deputy_id = of_deputy and s.head_id = of_head;
  if roles is not null then
    return roles;
  end if;
  select * into latest from deputy d
  where d.deputy_id = of_deputy and d.head_id = of_head and d.organisation_id = of_organisation
  order by (d.withdrawn_at is null and d.from_day > today) desc, coalesce((d.withdrawn_at at time zone time_zone)::date, d.to_day) desc, d.named_at desc limit 1;
  raise exception '%', case
    when latest.id is null then 'You are not their deputy.'
    when latest.withdrawn_at is not null then format('You are deputy of %s no more: it was ended on %s.', head, to_char(latest.withdrawn_at at time zone time_zone, 'FMDD FMMonth YYYY'))
    when latest.to_day < today then format('You were deputy of %s until %s, and decide for them no more.', head, to_char(latest.to_day, 'FMDD FMMonth YYYY'))
    when latest.from_day > today then format('You are deputy of %s from %s on, and not before.', head, to_char(latest.from_day, 'FMDD FMMonth YYYY'))
    when not holding.may_be_deputy(of_deputy, of_organisation) then 'By your roles you stand in for nobody: an auditor changes nothing, and a performance officer never approves.'
    else format('%s is not the head of service of this team now, so nobody decides for them.', head) end
  using errcode = 'CD006', detail = 'WRONG_SCOPE';
end $$;
--> statement-breakpoint

-- The same door: in another's name there is nothing to do but decide on comments.
create or replace function audit.begin_person(token text, verb text, reason text, request_id uuid, request_digest text, address text, agent text,
  import_id uuid default null, on_behalf_of uuid default null)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hash text := access.token_hash(begin_person.token);
  held record;
  actor jsonb;
  done_digest text;
  given audit.action;
begin
  select s.id, s.person_id, p.name, p.email into held
  from public.session s join public.person p on p.id = s.person_id
  where s.token_hash = hash and s.ended_at is null and s.expires_at > now() and p.disabled_at is null for share;
  perform from public.role_grant g where g.person_id = held.person_id and g.revoked_at is null for share;
  actor := access.actor_of(held.id, held.person_id, held.name, held.email);
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  perform from public.session_touch t where t.session_id = held.id and t.touched_at < now() - interval '1 minute' for update skip locked;
  if found then
    update public.session_touch set touched_at = now() where session_id = held.id;
  end if;
  if begin_person.request_id is not null then
    select a.request_digest into done_digest from audit.action a
    where a.person = held.person_id and a.request_id = begin_person.request_id and a.outcome = 'done';
    if found then
      if done_digest is distinct from begin_person.request_digest then
        raise exception 'This form was already sent with other contents.' using errcode = 'CD007', detail = 'REQUEST_REUSED';
      end if;
      return actor || '{"replayed": true}'::jsonb;
    end if;
  end if;
  if begin_person.on_behalf_of is not null then
    if not exists (select from audit.verb v where v.verb = begin_person.verb and v.by_deputy) then
      raise exception 'A deputy decides on comments, and does nothing else in another’s name.' using errcode = 'CD006', detail = 'WRONG_ROLE';
    end if;
    actor := actor || jsonb_build_object('onBehalfOf', begin_person.on_behalf_of, 'roles', access.hold_deputy(held.person_id, begin_person.on_behalf_of,
      (actor #>> '{organisation,id}')::uuid, actor #>> '{organisation,timeZone}'));
  end if;
  perform access.require_verb(begin_person.verb, actor);
  given.organisation := actor #>> '{organisation,id}';
  given.kind := 'person';
  given.person := held.person_id;
  given.on_behalf_of := begin_person.on_behalf_of;
  given.session := held.id;
  given.verb := begin_person.verb;
  given.reason := begin_person.reason;
  given.import := begin_person.import_id;
  given.request_id := begin_person.request_id;
  given.request_digest := begin_person.request_digest;
  given.address := begin_person.address;
  given.agent := begin_person.agent;
  given.outcome := 'done';
  given := audit.open_action(given);
  return actor;
end $$;
--> statement-breakpoint

-- A person's own deputies, or for an officer anybody's of the council: named to come, once for a team and a day, and ended
-- early. A deputy names none: who stands in stands in for one head of service, by that one's own role.
create function public.keep_deputies() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  action audit.action := audit.require_action(tg_table_name);
  today date := (now() at time zone (select o.time_zone from organisation o where o.id = new.organisation_id))::date;
  other text;
begin
  if action.kind <> 'person' then
    return new;
  end if;
  if action.on_behalf_of is not null or new.head_id <> action.person and not exists (select from role_grant g
    where g.person_id = action.person and g.organisation_id = new.organisation_id and g.role = 'performance officer' and g.revoked_at is null)
  then
    raise exception 'A deputy is named by the head of service for whom they stand in, or by the performance officer.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  if new.to_day < today then
    raise exception 'These days have passed already.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if tg_op = 'UPDATE' then
    return new;
  end if;
  if new.from_day < today then
    raise exception 'A deputy is named from today on, and for no day that has passed.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('deputy ' || new.head_id || new.team_id, 0));
  if not exists (select from role_grant g where g.person_id = new.head_id and g.organisation_id = new.organisation_id and g.team_id = new.team_id
    and g.role = 'head of service' and g.revoked_at is null)
  then
    raise exception 'They are not the head of service of this team.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  if not holding.may_be_deputy(new.deputy_id, new.organisation_id) then
    raise exception 'A deputy is a team lead or a head of service, and neither an auditor nor a performance officer.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  if exists (select from role_grant g where g.person_id = new.deputy_id and g.organisation_id = new.organisation_id and g.team_id = new.team_id
    and g.role = 'head of service' and g.revoked_at is null)
  then
    raise exception 'They are a head of service of this team themselves, and decide in their own name.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  select p.name into other from deputy d join person p on p.id = d.deputy_id
  where d.head_id = new.head_id and d.team_id = new.team_id and d.withdrawn_at is null and d.from_day <= new.to_day and new.from_day <= d.to_day limit 1;
  if found then
    raise exception '% is named for some of these days already.', other using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_deputies before insert or update on public.deputy for each row execute function public.keep_deputies();
--> statement-breakpoint
alter table public.deputy enable always trigger keep_deputies;
--> statement-breakpoint

-- Both are told: who stands in, and for whom; but not whose act it is.
create function public.tell_of_deputies() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' or new.withdrawn_at is not null and old.withdrawn_at is null then
    insert into notice (person_id, kind, of_row)
    select p.id, case when tg_op = 'INSERT' then 'deputy named' else 'deputy ended' end, new.id
    from person p where p.id in (new.head_id, new.deputy_id) and p.disabled_at is null and p.id is distinct from (audit.current_action()).person
    on conflict do nothing;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger tell_of_deputies after insert or update on public.deputy for each row execute function public.tell_of_deputies();
--> statement-breakpoint
alter table public.deputy enable always trigger tell_of_deputies;
--> statement-breakpoint

-- As it was, with who decides for a head of service just now.
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
    -- Whose act it is knows; but not that an approval lapsed by it.
    and (told.kind = 'lapsed' or g.person_id is distinct from (audit.current_action()).person)
  on conflict do nothing;
end $$;
--> statement-breakpoint

-- As it was, with what is of no scorecard: that somebody stands in.
create or replace function holding.notices_of(of_person uuid, in_organisation uuid, of_teams uuid[], of_all boolean)
returns table ("position" bigint, is_seen boolean)
language sql stable as $$
  select n."position", n.seen_at is not null from notice n
  left join scorecard s on s.id = n.scorecard_id left join deputy d on d.id = n.of_row and n.scorecard_id is null
  where n.person_id = of_person and coalesce(s.organisation_id, d.organisation_id) = in_organisation
    and (of_all or n.team_id is null or n.team_id = any (of_teams))
    and (n.told_at > now() - interval '90 days'
      or n.seen_at is null and not exists (select from edition e where e.scorecard_id = n.scorecard_id and e.month = n.month))
$$;
--> statement-breakpoint

-- An actor with those for whom they stand in today, a team once; left out where there are none.
create function access.with_standing(actor jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  stands jsonb;
begin
  if not exists (select from deputy d where d.deputy_id = (actor #>> '{person,id}')::uuid) then
    return actor;
  end if;
  select jsonb_agg(jsonb_build_object('head', jsonb_build_object('id', s.head_id, 'name', h.name), 'toDay', s.to_day,
    'team', jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name)) order by t.name)
  into stands
  from (select distinct on (s.team_id) s.* from holding.standing_in((actor #>> '{organisation,id}')::uuid,
      (now() at time zone (actor #>> '{organisation,timeZone}'))::date) s
    where s.deputy_id = (actor #>> '{person,id}')::uuid order by s.team_id, s.to_day desc, s.head_id) s
  join person h on h.id = s.head_id join team t on t.id = s.team_id;
  return case when stands is null then actor else actor || jsonb_build_object('standsFor', stands) end;
end $$;
--> statement-breakpoint

-- What waits for a deputy: not their own words, nor those of the person for whom they stand in.
create function access.waiting_for_deputy(of_person uuid, stands jsonb) returns int
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if stands is null then
    return 0;
  end if;
  return (select count(*) from jsonb_to_recordset(stands) s (head jsonb, team jsonb)
    join holding.handed_in(array(select (each #>> '{team,id}')::uuid from jsonb_array_elements(stands) each)) h on h.team_id = (s.team ->> 'id')::uuid
    where h.since is not null and not holding.has_words_of(h.revision_id, of_person) and not holding.has_words_of(h.revision_id, (s.head ->> 'id')::uuid));
end $$;
--> statement-breakpoint

create or replace function access.unseen(actor jsonb) returns int
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  teams uuid[] := array(select (r #>> '{team,id}')::uuid 
    from jsonb_array_elements(actor -> 'roles' || coalesce(actor -> 'standsFor', '[]')) r where r #>> '{team,id}' is not null);
  all_teams boolean := exists (select from jsonb_array_elements(actor -> 'roles') r where r ->> 'role' = any ('{auditor,performance officer}'));
begin
  if not exists (select from notice n where n.person_id = (actor #>> '{person,id}')::uuid and n.seen_at is null) then
    return 0;
  end if;
  return (select count(*) from holding.notices_of((actor #>> '{person,id}')::uuid, (actor #>> '{organisation,id}')::uuid, teams, all_teams) n
    where not n.is_seen);
end $$;
--> statement-breakpoint

create or replace function access.see_notices(token text, shown bigint[]) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(see_notices.token);
begin
  if actor is null then
    return null;
  end if;
  update public.notice n set seen_at = now()
  where n."position" = any (shown) and n.person_id = (actor #>> '{person,id}')::uuid and n.seen_at is null;
  return access.unseen(access.with_standing(actor));
end $$;
--> statement-breakpoint

-- As it was, with those for whom they stand in, and what waits for them as a deputy.
create or replace function access.see(token text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(see.token);
  heads uuid[];
begin
  if actor is not null then
    perform from public.session_touch t
    where t.session_id = (actor ->> 'sessionId')::uuid and t.touched_at < now() - interval '1 minute' for update skip locked;
    if found then
      update public.session_touch set touched_at = now() where session_id = (actor ->> 'sessionId')::uuid;
    end if;
    actor := access.with_standing(actor);
    heads := array(select (r #>> '{team,id}')::uuid from jsonb_array_elements(actor -> 'roles') r where r ->> 'role' = 'head of service');
    if heads <> '{}' or actor ? 'standsFor' then
      actor := actor || jsonb_build_object('waiting',
        access.waiting_for((actor #>> '{person,id}')::uuid, heads) + access.waiting_for_deputy((actor #>> '{person,id}')::uuid, actor -> 'standsFor'));
    end if;
    actor := actor || jsonb_build_object('unseen', access.unseen(actor));
  end if;
  return actor;
end $$;
--> statement-breakpoint

-- A start misses too what holds deputies to their days, and what tells of them.
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
    ('deputy', 'keep_deputies'), ('deputy', 'tell_of_deputies')
  ) needed (relation, trigger)
  where not exists (select from live where live.tgrelid = ('public.' || needed.relation)::regclass and live.tgname = needed.trigger)
  union
  -- Another function of a door's name would pass for it.
  select p.pronamespace::regnamespace || '.' || p.proname from pg_catalog.pg_proc p
  where p.pronamespace in ('audit'::regnamespace, 'access'::regnamespace) group by p.pronamespace, p.proname having count(*) > 1
  order by 1
$$;
