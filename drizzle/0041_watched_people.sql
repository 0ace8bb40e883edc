-- A start misses too what holds people to their organisation, and links to who has no password.
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
    ('comment_decision', 'refuse_own_words'), ('revision_author', 'keep_submitted_authors'),
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
    ('invitation', 'keep_invitations')
  ) needed (relation, trigger)
  where not exists (select from live where live.tgrelid = ('public.' || needed.relation)::regclass and live.tgname = needed.trigger)
  union
  -- Another function of a door's name would pass for it.
  select p.pronamespace::regnamespace || '.' || p.proname from pg_catalog.pg_proc p
  where p.pronamespace in ('audit'::regnamespace, 'access'::regnamespace) group by p.pronamespace, p.proname having count(*) > 1
  order by 1
$$;
