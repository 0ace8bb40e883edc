-- The past: for every table that is read, a view of its name and columns, which shows it as it stood at a cut. The cut is
-- said by settings of the reading transaction (as_of.snapshot, as_of.newest, as_of.first): without them a view answers
-- nothing but an error. What never changes of a row is read from its table, so that its indexes find it; the rest, and
-- whether it was there at all, from its newest entry in the cut, by the index on a row's entries.

create schema as_of;
--> statement-breakpoint

-- How a column comes back from an image. A column made after an entry was written has there what the migration gave it.
create function as_of.column_of(of_table regclass, of_column name, unchanging text[]) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when a.attname = any (unchanging) then format('k.%I', a.attname)
    when a.attndims > 0 then format('array(select jsonb_array_elements_text(e.after -> %L))::%s as %I', a.attname, format_type(a.atttypid, null), a.attname)
    when a.attnotnull and pg_get_expr(d.adbin, d.adrelid) ~ '^(''[^'']*''(::[a-z ]+)?|true|false|\d+)$'
      then format('coalesce((e.after ->> %L)::%s, %s) as %I', a.attname, format_type(a.atttypid, null), pg_get_expr(d.adbin, d.adrelid), a.attname)
    else format('(e.after ->> %L)::%s as %I', a.attname, format_type(a.atttypid, null), a.attname) end
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = of_table and a.attname = of_column
$$;
--> statement-breakpoint

-- What the row triggers of a table were told, each as they were given it.
create function as_of.told(of_table regclass, of_trigger name) returns text[]
language sql stable set search_path = pg_catalog, pg_temp as $$
  select string_to_array(encode(t.tgargs, 'escape'), '\000') from pg_trigger t where t.tgrelid = of_table and t.tgname = of_trigger
$$;
--> statement-breakpoint

create function as_of.definition_of(of_table regclass) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select format($view$select %s from public.%I k cross join lateral (
    select e.after from audit.entry e
    where e.table_name = %L and e.key = k.%I::text and e.operation in ('created', 'changed')
      and e.position <= current_setting('as_of.newest')::bigint
      and (e.position < current_setting('as_of.first')::bigint
        or pg_visible_in_snapshot(e.xid, current_setting('as_of.snapshot')::pg_snapshot))
    order by e.position desc limit 1) e$view$,
    (select string_agg(as_of.column_of(of_table, a.attname, (as_of.told(of_table, 'guard_row'))[1]::text[]), ', ' order by a.attnum)
      from pg_attribute a where a.attrelid = of_table and a.attnum > 0 and not a.attisdropped
        and a.attname <> all ((as_of.told(of_table, 'record_entry'))[2]::text[])),
    c.relname, c.relname, (as_of.told(of_table, 'record_entry'))[1])
  from pg_class c where c.oid = of_table
$$;
--> statement-breakpoint

-- Makes the views whose tables are new or have other columns than before, and leaves the others: every start says it
-- after the migrations. Passwords' table has no past that anybody reads. Answers those it made.
create function as_of.show_all() returns setof text
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  shown record;
begin
  for shown in
    select c.oid, c.relname, as_of.definition_of(c.oid) as definition
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgname = 'record_entry' and c.relnamespace = 'public'::regnamespace and c.relname <> 'credential' order by c.relname
  loop
    continue when obj_description(to_regclass(format('as_of.%I', shown.relname)), 'pg_class') = md5(shown.definition);
    execute format('drop view if exists as_of.%I', shown.relname);
    execute format('create view as_of.%I as %s', shown.relname, shown.definition);
    execute format('comment on view as_of.%I is %L', shown.relname, md5(shown.definition));
    return next shown.relname;
  end loop;
end $$;
