import { type SQL, sql } from "drizzle-orm";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import type { TrailEntry } from "#lib/history/entry";
import { readImage } from "#lib/history/image";
import { seesAddressOf } from "#lib/history/scope";

type TrailRow = Omit<TrailEntry, "position" | "before" | "after" | "person"> & {
  position: string;
  person_id: string | null;
  person_name: string | null;
};

/** What a row was called when the entry `m` was made. */
const nameThen = (table: string, id: string): SQL =>
  sql.raw(`(select n.after ->> 'name' from audit.entry n
  where n.table_name = '${table}' and n.key = ${id}::text and n.position <= m.position order by n.position desc limit 1)`);

const rolesThen = sql`(select string_agg(held.role || coalesce(' (' || held.teams || ')', ''), ', ' order by held.role)
  from (select g.role, string_agg(${nameThen("team", "g.team_id")}, ', ' order by g.team_id) as teams
    from role_grant g
    where g.person_id = m.person and g.organisation_id = m.organisation and g.granted_at <= m.at and (g.revoked_at is null or g.revoked_at > m.at)
    group by g.role) held)`;

/** The columns of a `TrailEntry`, of the entry `m` with what `trailJoins` adds. */
export const trailColumns = (actor: PersonActor): SQL => sql`m.position::text as position,
  to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  m.verb, m.operation, m.table_name as "table", m.key, m.action as "actionId", a.kind, a.session as "sessionId",
  m.person as person_id, ${nameThen("person", "m.person")} as person_name, ${rolesThen} as roles,
  ${nameThen("person", "a.on_behalf_of")} as "onBehalfOf", a.database_role as "databaseRole",
  a.code, ${wordsOf(sql`a.reason`)} as reason, a.request_id as "requestId",
  case when ${seesAddressOf(actor, "m")} then a.address end as address,
  case when ${seesAddressOf(actor, "m")} then a.agent end as agent,
  ${wordsOf(sql`im.file_name`)} as "importFile", sc.slug as "scorecardSlug", m.indicator as "indicatorId", i.ref,
  to_char(m.month, 'YYYY-MM') as month, ${nameThen("team", "m.team")} as team, m.team as "teamId", m.before::text as "beforeText", m.after::text as "afterText"`;

export const trailJoins: SQL = sql`join audit.action a on a.id = m.action
  left join import im on im.id = coalesce(a.import, case when m.table_name = 'import' then m.key::uuid end)
  left join scorecard sc on sc.id = m.scorecard
  left join indicator i on i.id = m.indicator`;

export function readTrailRow({ position, person_id, person_name, ...row }: TrailRow): TrailEntry {
  return {
    ...row,
    position: Number(position),
    person: person_id && person_name ? { id: person_id, name: person_name } : null,
    before: readImage(row.beforeText),
    after: readImage(row.afterText),
  };
}

export type { TrailRow };
