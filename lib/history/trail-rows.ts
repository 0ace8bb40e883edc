import { type SQL, sql } from "drizzle-orm";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { type ApprovalRow, approvalThen } from "#lib/history/approval-then";
import type { SentenceFacts, TrailEntry, WholeEntry } from "#lib/history/entry";
import { type GradingRow, gradingFrom, gradingThen } from "#lib/history/grading-then";
import { readImage } from "#lib/history/image";
import { keptWords, submittedWords, type WordsRow, wordsFor } from "#lib/history/kept-words";
import { namesThen, nameThen } from "#lib/history/names-then";
import { seesAddressOf } from "#lib/history/scope";
import { labelsFromRows } from "#lib/rules/labels";
import { dayName } from "#lib/rules/moment";

type RowOf<Entry> = Omit<Entry, "position" | "before" | "after" | "person"> & {
  position: string;
  person_id: string | null;
  person_name: string | null;
  beforeText: string | null;
  afterText: string | null;
};

/** A row with all that its sentence needs, so that a page is one statement. */
export type TrailRow = RowOf<TrailEntry> &
  WordsRow & { names: Record<string, string> | null; grading: GradingRow | null; approval: ApprovalRow | null };
export type WholeRow = TrailRow & RowOf<WholeEntry>;

/** The columns of a `TrailRow`, of the entry `m` with what `trailJoins` adds. */
export const trailColumns: SQL = sql`m.position::text as position,
  to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  m.verb, m.operation, m.table_name as "table", m.key, m.action as "actionId", a.kind, a.session as "sessionId",
  m.person as person_id, ${nameThen("person", "m.person")} as person_name, ${nameThen("person", "a.on_behalf_of")} as "onBehalfOf",
  a.code, ${wordsOf(sql`a.reason`)} as reason, ${wordsOf(sql`im.file_name`)} as "importFile", sc.slug as "scorecardSlug",
  m.indicator as "indicatorId", i.ref, to_char(m.month, 'YYYY-MM') as month, m.team as "teamId",
  m.before::text as "beforeText", m.after::text as "afterText",
  ${namesThen} as names, ${gradingThen} as grading, ${approvalThen} as approval, ${keptWords} as words, ${submittedWords} as submitted`;

const rolesThen = sql`(select string_agg(held.role || coalesce(' (' || held.teams || ')', ''), ', ' order by held.role)
  from (select g.role, string_agg(${nameThen("team", "g.team_id")}, ', ' order by g.team_id) as teams
    from role_grant g join organisation o on o.id = g.organisation_id
    where g.person_id = m.person and g.organisation_id = m.organisation and g.granted_at <= m.at and (g.revoked_at is null or g.revoked_at > m.at)
      and daterange(g.from_day, g.to_day, '[]') @> (m.at at time zone o.time_zone)::date
    group by g.role) held)`;

/** The columns of a `WholeRow`, likewise. */
export const wholeColumns = (actor: PersonActor): SQL => sql`${trailColumns}, ${rolesThen} as roles,
  ${nameThen("team", "m.team")} as team, a.database_role as "databaseRole", a.request_id as "requestId", a.import as "importId",
  case when ${seesAddressOf(actor, "m")} then a.address end as address,
  case when ${seesAddressOf(actor, "m")} then a.agent end as agent`;

export const trailJoins: SQL = sql`join audit.action a on a.id = m.action
  left join import im on im.id = coalesce(a.import, case when m.table_name = 'import' then m.key::uuid end)
  left join scorecard sc on sc.id = m.scorecard
  left join indicator i on i.id = m.indicator`;

/** An entry with what its sentence needs, as things were then. */
export function readTrailRow<Row extends TrailRow>(actor: PersonActor, row: Row) {
  const { position, person_id, person_name, names, grading, approval, words, submitted, ...rest } = row;
  const entry = {
    ...rest,
    position: Number(position),
    person: person_id && person_name ? { id: person_id, name: person_name } : null,
    before: readImage(row.beforeText),
    after: readImage(row.afterText),
  };
  const facts: SentenceFacts = {
    nameOf: (id) => (id && names?.[id]) ?? null,
    grading: grading && gradingFrom(grading),
    approval: approval && {
      ...approval,
      on: dayName(new Date(approval.decidedAt), actor.organisation.timeZone),
      labels: approval.labels.length > 0 ? labelsFromRows(approval.labels) : [],
    },
    wordsOf: wordsFor(actor, entry, { words, submitted }),
  };
  return { entry, facts };
}
