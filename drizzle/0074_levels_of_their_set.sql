-- A person gives levels to the words for grades that they make in the same act, and to no others: not to a neighbour's that
-- nobody uses yet.
create function public.keep_levels_of_their_set() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.current_action();
begin
  if action.kind = 'person' and not exists (select from audit.entry e
    where e.table_name = 'label_set' and e.key = new.label_set_id::text and e.action = action.id and e.operation = 'created')
  then
    raise exception 'Levels are given to words for grades when these are made.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_levels_of_their_set before insert on public.label for each row execute function public.keep_levels_of_their_set();
--> statement-breakpoint
alter table public.label enable always trigger keep_levels_of_their_set;
--> statement-breakpoint

-- A start misses this one too.
do $do$
begin
  execute regexp_replace(pg_get_functiondef('audit.unwatched'::regproc), '\s*\) needed \(relation, trigger\)', $needed$,
    ('label', 'keep_levels_of_their_set')
  ) needed (relation, trigger)$needed$);
end $do$;
