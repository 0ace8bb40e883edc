-- How much waits for a head of service, which every page of theirs says: by what the planner sees into, and not by a function for
-- each comment.

-- A revision, if it holds words of somebody or was handed in by them: they do not decide on it. To be asked for with `exists`; as a
-- table, the planner sees into it.
create function holding.words_of(of_revision uuid, of_person uuid) returns table (revision_id uuid)
language sql stable as $$
  select a.revision_id from revision_author a where a.revision_id = of_revision and a.person_id = of_person
  union all select r.id from comment_revision r where r.id = of_revision and of_person in (r.written_by, r.submitted_by)
$$;
--> statement-breakpoint

create or replace function access.waiting_for(of_person uuid, of_teams uuid[]) returns integer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return (select count(*) from holding.handed_in(of_teams) h
    where h.since is not null and not exists (select from holding.words_of(h.revision_id, of_person)));
end $$;
--> statement-breakpoint

create or replace function access.waiting_for_deputy(of_person uuid, stands jsonb) returns integer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if stands is null then
    return 0;
  end if;
  return (select count(*) from jsonb_to_recordset(stands) s (head jsonb, team jsonb)
    join holding.handed_in(array(select (each #>> '{team,id}')::uuid from jsonb_array_elements(stands) each)) h on h.team_id = (s.team ->> 'id')::uuid
    where h.since is not null and not exists (select from holding.words_of(h.revision_id, of_person))
      and not exists (select from holding.words_of(h.revision_id, (s.head ->> 'id')::uuid)));
end $$;
--> statement-breakpoint

drop function holding.has_words_of(uuid, uuid);
