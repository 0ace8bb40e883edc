import { and, asc, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "#db/client";
import { deputy, person, roleGrant, team } from "#db/schema/people";
import { holds, type PersonActor } from "#lib/access/actor";
import { may } from "#lib/access/permissions";

const head = alias(person, "head");
const namer = alias(person, "namer");
const ender = alias(person, "ender");

/** Who stands or stood in for whom; without a name of who did it, a command did. Days are both included. */
export type NamedDeputy = Awaited<ReturnType<typeof listDeputies>>["now"][number];

const most = 200;

/**
 * Deputies by their days: now, to come, and before, which are over or were ended early; and whose days these are, but who stands
 * in for nobody just now, with why not. Who keeps or audits people sees all, others those of their own name.
 */
export async function listDeputies(actor: PersonActor) {
  const today = sql`(now() at time zone ${actor.organisation.timeZone})::date`;
  const isBefore = sql`(${deputy.withdrawnAt} is not null or ${deputy.toDay} < ${today})`;
  const rows = await database()
    .select({
      id: deputy.id,
      name: person.name,
      headId: head.id,
      head: head.name,
      team: team.name,
      fromDay: deputy.fromDay,
      toDay: deputy.toDay,
      namedBy: namer.name,
      endedAt: deputy.withdrawnAt,
      endedBy: ender.name,
      whyNot: sql<string>`case when ${head.disabledAt} is not null then 'the head of service is disabled'
        when not exists (select from role_grant g where g.person_id = ${head.id} and g.organisation_id = ${deputy.organisationId}
          and g.team_id = ${team.id} and g.role = 'head of service' and holding.is_held(g))
        then 'the head of service does not hold the role today' else 'the deputy may not be one today' end`,
      stands: sql<"now" | "notNow" | "toCome" | "before">`case when ${isBefore} then 'before'
        when ${deputy.fromDay} > ${today} then 'toCome'
        when (${person.id}, ${head.id}, ${team.id}) in (select s.deputy_id, s.head_id, s.team_id
          from holding.standing_in(${actor.organisation.id}, ${today}) s) then 'now' else 'notNow' end`,
    })
    .from(deputy)
    .innerJoin(person, eq(person.id, deputy.deputyId))
    .innerJoin(head, eq(head.id, deputy.headId))
    .innerJoin(team, eq(team.id, deputy.teamId))
    .leftJoin(namer, eq(namer.id, deputy.namedBy))
    .leftJoin(ender, eq(ender.id, deputy.withdrawnBy))
    .where(and(eq(deputy.organisationId, actor.organisation.id), scopeOf(actor)))
    .orderBy(asc(isBefore), desc(deputy.fromDay), asc(head.name), asc(team.name), asc(deputy.id))
    .limit(most);
  const of = (when: (typeof rows)[number]["stands"]) => rows.filter(({ stands }) => stands === when);
  return { now: of("now"), notNow: of("notNow"), toCome: of("toCome").toReversed(), before: of("before") };
}

function scopeOf(actor: PersonActor): SQL | undefined {
  if (holds(actor, "auditor") || holds(actor, "performance officer")) return undefined;
  return or(eq(deputy.headId, actor.person.id), eq(deputy.deputyId, actor.person.id));
}

/** Whose deputy this person may name, of which team, and who there is to choose; null for who names none. */
export async function getDeputyChoices(actor: PersonActor) {
  if (!may(actor, "deputy.name")) return null;
  const isAll = holds(actor, "performance officer");
  const held = and(eq(roleGrant.organisationId, actor.organisation.id), sql`holding.is_held(role_grant)`);
  const [heads, people] = await Promise.all([
    database()
      .select({ headId: person.id, head: person.name, teamId: team.id, team: team.name })
      .from(roleGrant)
      .innerJoin(person, eq(person.id, roleGrant.personId))
      .innerJoin(team, eq(team.id, roleGrant.teamId))
      .where(
        and(
          held,
          eq(roleGrant.role, "head of service"),
          sql`${person.disabledAt} is null`,
          isAll ? undefined : eq(roleGrant.personId, actor.person.id),
        ),
      )
      .orderBy(asc(person.name), asc(team.name), asc(person.id)),
    database()
      .select({
        id: person.id,
        name: person.name,
        roles: sql<string>`string_agg(${roleGrant.role} || ' of ' || ${team.name}, ', ' order by ${roleGrant.role}, ${team.name})`,
      })
      .from(roleGrant)
      .innerJoin(person, eq(person.id, roleGrant.personId))
      .innerJoin(team, eq(team.id, roleGrant.teamId))
      .where(and(held, sql`holding.may_be_deputy(${person.id}, ${actor.organisation.id})`))
      .groupBy(person.id, person.name)
      .orderBy(asc(person.name), asc(person.id)),
  ]);
  return { heads, people: isAll ? people : people.filter(({ id }) => id !== actor.person.id) };
}
