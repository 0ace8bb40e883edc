/**
 * What is hashed of an entry `e` and of an action `a`, said here anew: a function of the database could have been changed.
 * A test holds it to what `audit.leaf_of_entry` and `audit.leaf_of_action` say.
 */
export const entryText = `jsonb_build_object('leaf', 'entry', 'position', e.position, 'xid', e.xid::text, 'action', e.action,
    'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'organisation', e.organisation,
    'scorecard', e.scorecard, 'team', e.team, 'person', e.person, 'verb', e.verb, 'indicator', e.indicator,
    'month', to_char(e.month, 'YYYY-MM'), 'table_name', e.table_name, 'key', e.key, 'row_version', e.row_version,
    'operation', e.operation, 'before', e.before, 'after', e.after)::text`;

export const actionText = `jsonb_build_object('leaf', 'action', 'id', a.id, 'xid', a.xid::text,
    'begun_at', to_char(a.begun_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'organisation', a.organisation,
    'kind', a.kind, 'person', a.person, 'on_behalf_of', a.on_behalf_of, 'session', a.session, 'verb', a.verb,
    'reason', a.reason, 'import', a.import, 'request_id', a.request_id, 'request_digest', a.request_digest,
    'address', a.address, 'agent', a.agent, 'database_role', a.database_role, 'outcome', a.outcome, 'code', a.code)::text`;
