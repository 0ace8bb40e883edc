-- What each login role may do, said again after every migration. {app} and {sign_in} are the roles' names.
-- The web's role: no DDL, no delete, no truncate; of the trail only reading and its door.
revoke all on schema public from public;
revoke create on schema public from {app}, {sign_in};
grant usage on schema public, audit, access to {app}, {sign_in};
grant usage on schema holding to {app};

-- Of what is in the schema public ours alone: an extension keeps its own there, which belong to whoever installed it.
do $do$
declare
  revoked text;
begin
  for revoked in
    select 'all on table ' || c.oid::regclass || $to$ from {app}, {sign_in}$to$
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and pg_has_role(c.relowner, 'usage')
    union all
    select 'execute on function ' || p.oid::regprocedure || $to$ from public, {app}, {sign_in}$to$
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and pg_has_role(p.proowner, 'usage')
  loop
    execute 'revoke ' || revoked;
  end loop;
end $do$;
revoke all on all tables in schema audit from {app}, {sign_in};
revoke execute on all functions in schema audit, access, holding from public, {app}, {sign_in};
grant execute on all functions in schema holding to {app};
revoke all on all tables in schema post from {app}, {sign_in};
revoke execute on all functions in schema post from public, {app}, {sign_in};
grant usage on schema post to {app}, {sign_in};
revoke all on all tables in schema files, pgboss from {app}, {sign_in};
revoke execute on all functions in schema files, pgboss from public, {app}, {sign_in};
grant usage on schema files to {app}, {sign_in};

grant select on
  organisation, team, person, openid_link, saved_view, sign_in_rule, role_grant, deputy, session_touch,
  scorecard, theme, section, label_set, label, scorecard_label_set,
  indicator, indicator_definition, indicator_team, due_rule, band_set, band, benchmark, milestone,
  scorecard_month, edition, month_rule, bank_holiday, comment_rule, return_submission, reopening, actual,
  comment, comment_revision, revision_author, comment_decision, lapse, restatement, notice,
  import, import_doubt, redaction, redaction_place,
  audit.action, audit.entry, audit.words, audit.cut, audit.incarnation,
  audit.leaf, audit.subtree, audit.head, audit.key_change, audit.verification
to {app};
grant select (id, person_id, method, started_at, expires_at, ended_at, ended_by) on session to {app};
grant select (id, person_id, asked_at, expires_at, person_version, used_at) on password_reset to {app};
grant select (id, person_id, made_at, confirmed_at, last_step, ended_at, ended_by) on second_factor to {app};
grant select (id, person_id, factor_id, made_at, used_at) on recovery_code to {app};
grant select (id, person_id, invited_at, invited_by, expires_at, accepted_at) on invitation to {app};
-- Of mail, how it stands: what it says holds links that are somebody else's.
grant select (id, organisation_id, person_id, kind, of_row, written_at, next_try_at, tries, sent_at, given_up_at, why) on post.mail to {app};
-- Of files that people had made, how they stand: what is in them is for who had them made, by a door.
grant select (id, organisation_id, person_id, scorecard_id, form, paper, name, from_month, to_month, cut, edition, is_live, hides_small, asked_at, begun_at, done, parts, size,
  made_at, cancelled_at, failed_at, why, withdrawn_at, redaction_id, goes_at) on files.kept_file to {app};
grant select on files.withdrawal to {app};

-- The past of the same.
revoke all on all tables in schema as_of from {app}, {sign_in};
revoke execute on all functions in schema as_of from public;
grant usage on schema as_of to {app};
grant select on all tables in schema as_of to {app};

-- What the verbs write (db/verbs.ts).
{writes}
-- To lock a month is to be allowed to change something of it: its id never changes.
grant update (id) on scorecard_month to {app};
-- Likewise an indicator, of which one change comes after the other.
grant update (id) on indicator to {app};

grant execute on function
  access.actor, access.see, access.is_live, access.why_ended, access.hold_sessions, access.see_notices, access.has_password, access.has_second_factor, access.can_sign_in, access.session_limits, audit.begin_person, audit.begin_system, audit.refuse, audit.refuse_unsigned, audit.read, access.change_password,
  audit.take_cut, audit.add_leaves, audit.add_head, audit.add_verification, audit.entries_in, audit.has_visible, audit.redacted_words, audit.redaction_said, audit.redaction_mark, audit.places_of, audit.pattern_of, audit.texts_of, audit.redact_words, public.tell_what_is_due,
  post.write_mail, files.ask, files.cancel, files.let_go, files.lost_a_role, files.content_of
to {app};

grant select (id, email, name, disabled_at) on person to {sign_in};
grant select on credential, second_factor, recovery_code to {sign_in};
grant select, insert, update, delete on limits to {sign_in};
grant execute on function access.start_session, access.refuse_sign_in, access.network_of, access.signs_in_from, access.find_invitation, access.accept_invitation, access.find_linked, access.come_by_rule,
  access.find_forgetful, access.ask_reset, access.find_reset, access.follow_reset,
  post.sweep, post.take, post.sent, post.failed, post.heads_due, post.write_heads
to {sign_in};

-- Who works at jobs, which hold ids alone.
grant usage on schema pgboss to {sign_in};
grant select, insert, update, delete on all tables in schema pgboss to {sign_in};
grant execute on function pgboss.job_now, files.take, files.note_progress, files.is_wanted, files.keep, files.give_up, files.sweep to {sign_in};
