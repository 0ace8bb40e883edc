import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { database } from "#db/client";
import { action, entry } from "#db/schema/audit";
import { person, roleGrant, session, sessionTouch, team } from "#db/schema/people";
import type { Role } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";
import type { HeldDays } from "#lib/rules/held-days";
import { isUuid } from "#lib/rules/is-uuid";

export type ShownSession = { id: string; startedAt: Date; seenAt: Date; expiresAt: Date; agent: string | null };

/** A person's live sessions, the one last seen first. */
async function listLiveSessions(personId: string): Promise<ShownSession[]> {
  const seenAt = sql<Date>`coalesce(${sessionTouch.touchedAt}, ${session.startedAt})`.mapWith(session.startedAt);
  return database()
    .select({
      id: session.id,
      startedAt: session.startedAt,
      seenAt,
      expiresAt: session.expiresAt,
      agent: action.agent,
    })
    .from(session)
    .leftJoin(sessionTouch, eq(sessionTouch.sessionId, session.id))
    .leftJoin(
      entry,
      and(eq(entry.tableName, "session"), eq(entry.key, sql`${session.id}::text`), eq(entry.operation, "created")),
    )
    .leftJoin(action, eq(action.id, entry.action))
    .where(
      and(
        eq(session.personId, personId),
        isNull(session.endedAt),
        gt(session.expiresAt, sql`now()`),
        sql`access.is_live(${session.id})`,
      ),
    )
    .orderBy(desc(seenAt), asc(session.id));
}

/** The sessions by which the person asking is signed in now. */
export const listMySessions = (actor: PersonActor): Promise<ShownSession[]> => listLiveSessions(actor.person.id);

const isOfOrganisation = (actor: PersonActor) =>
  sql`exists (select from role_grant g where g.person_id = person.id and g.organisation_id = ${actor.organisation.id})`;

// Spelt out: drizzle leaves a column's table away where only one is selected from.
const liveSessions = sql<number>`(
  select count(*)::int from session s where s.person_id = person.id and s.ended_at is null and s.expires_at > now() and access.is_live(s.id))`;

const hasSecondFactor = sql<boolean>`access.has_second_factor(person.id)`;

/** By a role that needs one, whoever signs in by a password; who stands in for a head of service decides as one. */
const isToEnrol = ({ organisation: { id, timeZone } }: PersonActor) =>
  sql<boolean>`person.disabled_at is null and access.has_password(person.id) and not access.has_second_factor(person.id) and exists (
    select from organisation o where o.id = ${id} and (
      exists (select from role_grant g where g.person_id = person.id and g.organisation_id = o.id
        and holding.is_held(g) and g.role = any (o.needs_second_factor))
      or 'head of service' = any (o.needs_second_factor)
        and person.id in (select s.deputy_id from holding.standing_in(o.id, (now() at time zone ${timeZone})::date) s)))`;

const isInvited = sql<boolean>`exists (
  select from invitation i where i.person_id = person.id and i.accepted_at is null and i.expires_at > now())`;

/** A role held now, or from its first day on where that is to come. */
export type HeldRole = HeldDays & { role: Role; team: string | null };
export type ListedPerson = {
  id: string;
  name: string;
  email: string;
  disabledAt: Date | null;
  isInvited: boolean;
  liveSessions: number;
  hasSecondFactor: boolean;
  isToEnrol: boolean;
  roles: HeldRole[];
};

async function listHeldRoles(actor: PersonActor, personId?: string): Promise<Map<string, HeldRole[]>> {
  const today = sql`(now() at time zone ${actor.organisation.timeZone})::date`;
  const held = await database()
    .select({
      personId: roleGrant.personId,
      role: roleGrant.role,
      team: team.name,
      fromDay: sql<string | null>`case when ${roleGrant.fromDay} > ${today} then ${roleGrant.fromDay} end`,
      toDay: roleGrant.toDay,
    })
    .from(roleGrant)
    .leftJoin(team, eq(team.id, roleGrant.teamId))
    .where(
      and(
        eq(roleGrant.organisationId, actor.organisation.id),
        isNull(roleGrant.revokedAt),
        sql`coalesce(${roleGrant.toDay} >= ${today}, true)`,
        personId === undefined ? undefined : eq(roleGrant.personId, personId),
      ),
    )
    .orderBy(asc(roleGrant.role), asc(team.name), sql`${roleGrant.fromDay} nulls first`, asc(roleGrant.id));
  return Map.groupBy(held, ({ personId }) => personId);
}

/** The people of the organisation, or the one of an id, with the roles they hold now or are to hold, and how often they are signed in. */
async function findPeople(actor: PersonActor, personId?: string): Promise<ListedPerson[]> {
  const [people, held] = await Promise.all([
    database()
      .select({
        id: person.id,
        name: person.name,
        email: person.email,
        disabledAt: person.disabledAt,
        isInvited,
        liveSessions,
        hasSecondFactor,
        isToEnrol: isToEnrol(actor),
      })
      .from(person)
      .where(and(isOfOrganisation(actor), personId === undefined ? undefined : eq(person.id, personId)))
      .orderBy(asc(person.name), asc(person.id)),
    listHeldRoles(actor, personId),
  ]);
  return people.map((one) => ({
    ...one,
    roles: (held.get(one.id) ?? []).map(({ role, team: of, fromDay, toDay }) => ({ role, team: of, fromDay, toDay })),
  }));
}

/** All of them, by name. */
export const listPeople = (actor: PersonActor): Promise<ListedPerson[]> => findPeople(actor);

/** One person of the organisation with their live sessions; null when there is none. */
export async function getPerson(actor: PersonActor, personId: string) {
  if (!isUuid(personId)) return null;
  const [[found], sessions] = await Promise.all([findPeople(actor, personId), listLiveSessions(personId)]);
  return found ? { ...found, sessions } : null;
}
