-- What holds in a month: the one home of the question, asked by recording, commentary, sheet, history and the trail alike.
-- Each function answers the rows of one table that nobody had withdrawn at a moment (now, if none is given), each with the
-- first and the last month in which it holds: until the month before the next one's first, or its own end if that is
-- earlier. Their tables are found by the caller's search path, so that a past kept in another schema is asked the same.

create schema holding;
--> statement-breakpoint

do $$
declare
  asked record;
begin
  for asked in values
    ('definition', 'indicator_definition', 'indicator_id', 'indicator_id', 'case when ended_at <= moment then to_month end', 'from_month'),
    ('team', 'indicator_team', 'indicator_id', 'indicator_id', 'null', 'from_month'),
    ('due_rule', 'due_rule', 'indicator_id', 'indicator_id', 'case when ended_at <= moment then to_month end', 'from_month'),
    ('band_set', 'band_set', 'indicator_id', 'indicator_id', 'case when ended_at <= moment then to_month end', 'from_month'),
    ('benchmark', 'benchmark', 'indicator_id', 'indicator_id, name', 'case when ended_at <= moment then to_month end', 'from_month'),
    -- A scorecard always has words for its grades: before its first set, those of the first.
    ('label_set', 'scorecard_label_set', 'scorecard_id', 'scorecard_id', 'null', 'case when lag(id) over kind is null then ''0001-01-01'' else from_month end')
  loop
    execute format($function$
      create function holding.%1$I(moment timestamptz default 'infinity')
      returns table (id uuid, %3$I uuid, first_month date, last_month date)
      language sql stable as $body$
        select id, %3$I, %6$s, least((lead(from_month) over kind - interval '1 month')::date, %5$s, '9999-12-01')
        from %2$I
        where set_at <= moment and (withdrawn_at is null or withdrawn_at > moment)
        window kind as (partition by %4$s order by from_month)
      $body$ $function$, asked.column1, asked.column2, asked.column3, asked.column4, asked.column5, asked.column6);
  end loop;
end $$;
--> statement-breakpoint

create function holding.milestone(moment timestamptz default 'infinity')
returns table (id uuid, indicator_id uuid, month date)
language sql stable as $$
  select id, indicator_id, month from milestone where set_at <= moment and (withdrawn_at is null or withdrawn_at > moment)
$$;
