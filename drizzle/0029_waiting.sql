-- What waits for a head of service. Since lapses are entered, it is a question of rows alone, and its number stands in the
-- menu of every page: whoever looks who is asking counts it in the same statement.

-- The cells of some teams in which words were handed in, each with the newest of them, the newest decision on those, and
-- since when they wait: submitted and not decided on, or approved and lapsed. The tables are found by the caller's search path.
create function holding.handed_in(of_teams uuid[])
returns table (revision_id uuid, indicator_id uuid, month date, scorecard_id uuid, team_id uuid, submitted_at timestamptz,
  kind text, decided_at timestamptz, since timestamptz)
language sql stable as $$
  with own as materialized (
    select i.id, i.scorecard_id from indicator i
    where i.id in (select t.indicator_id from indicator_team t where t.team_id = any (of_teams))),
  theirs as materialized (
    select o.id, o.scorecard_id, held.team_id, held.first_month, held.last_month from own o
    join lateral (select t.team_id, h.first_month, h.last_month from holding.team() h join indicator_team t on t.id = h.id
      where h.indicator_id = o.id offset 0) held on held.team_id = any (of_teams)),
  newest as materialized (
    select distinct on (r.indicator_id, r.month) r.id, r.indicator_id, r.month, t.scorecard_id, t.team_id, r.submitted_at
    from own o join comment_revision r on r.indicator_id = o.id
    join theirs t on t.id = r.indicator_id and r.month between t.first_month and t.last_month
    join scorecard_month m on m.scorecard_id = t.scorecard_id and m.month = r.month
    where r.source = 'import' or (r.submitted_at is not null and r.withdrawn_at is null)
    order by r.indicator_id, r.month, r.number desc),
  decided as materialized (
    select distinct on (d.revision_id) d.id, d.revision_id, d.kind, d.decided_at
    from own o join comment_decision d on d.indicator_id = o.id
    order by d.revision_id, d.decided_at desc)
  select n.id, n.indicator_id, n.month, n.scorecard_id, n.team_id, n.submitted_at, d.kind, d.decided_at,
    case when d.kind is null then n.submitted_at when d.kind = 'approved' then l.lapsed_at end
  from newest n
  left join decided d on d.revision_id = n.id
  left join lapse l on l.decision_id = d.id and l.ended_at is null
$$;
--> statement-breakpoint

-- Whether some of a revision's words are a person's, who then does not decide on them.
create function holding.has_words_of(of_revision uuid, of_person uuid) returns boolean
language sql stable as $$
  select exists (select from revision_author a where a.revision_id = of_revision and a.person_id = of_person)
    or exists (select from comment_revision r where r.id = of_revision and of_person in (r.written_by, r.submitted_by))
$$;
--> statement-breakpoint

create function access.waiting_for(of_person uuid, of_teams uuid[]) returns int
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return (select count(*) from holding.handed_in(of_teams) h
    where h.since is not null and not holding.has_words_of(h.revision_id, of_person));
end $$;
--> statement-breakpoint

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
    heads := array(select (r #>> '{team,id}')::uuid from jsonb_array_elements(actor -> 'roles') r where r ->> 'role' = 'head of service');
    if heads <> '{}' then
      actor := actor || jsonb_build_object('waiting', access.waiting_for((actor #>> '{person,id}')::uuid, heads));
    end if;
  end if;
  return actor;
end $$;
