import { and, eq, gte, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { deputy, person, roleGrant } from "#db/schema/people";
import { type Asker, holds, type PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { NameDeputy } from "#lib/people/inputs";
import { dayIn } from "#lib/rules/day";
import { apart } from "#lib/rules/direction";
import { dateName } from "#lib/rules/moment";

/** A head of service who is away names who decides for them between two days, or the performance officer does. Throws what `writeDeputy` throws. */
export const nameDeputy = (asker: Asker, given: NameDeputy, request?: FormRequest) =>
  perform(asker, "deputy.name", (tx, actor) => writeDeputy(tx, actor, given), { request });

/**
 * Of one team, from today at the earliest. Throws NOT_FOUND where nobody heads it so; WRONG_SCOPE for another's deputy; INVALID
 * for who cannot be one, and for days that have passed; WRONG_STATE where somebody is named for some of the days.
 */
export async function writeDeputy(tx: Database, actor: PersonActor, given: NameDeputy) {
  const { headId, teamId, deputyId, fromDay, toDay } = given;
  const organisationId = actor.organisation.id;
  if (headId !== actor.person.id && !holds(actor, "performance officer")) {
    throw new Refusal("WRONG_SCOPE", "A deputy is named by the head of service for whom they stand in.");
  }
  await requireHead(tx, { organisationId, headId, teamId, toDay });
  await requireDeputy(tx, { organisationId, headId, teamId, deputyId });
  const today = dayIn(actor.organisation.timeZone, new Date());
  if (fromDay < today) throw wrong("from", "A deputy stands in from today on, and for no day that has passed.");
  await requireFree(tx, given);
  const named = { organisationId, headId, teamId, deputyId, fromDay, toDay, namedBy: actor.person.id };
  const [made] = await tx.insert(deputy).values(named).returning({ id: deputy.id });
  return made!;
}

const heads = (of: { organisationId: string; personId: string; teamId: string }) =>
  and(
    eq(roleGrant.organisationId, of.organisationId),
    eq(roleGrant.personId, of.personId),
    eq(roleGrant.teamId, of.teamId),
    eq(roleGrant.role, "head of service"),
    sql`holding.is_held(role_grant)`,
  );

type Named = { organisationId: string; headId: string; teamId: string };

async function requireHead(tx: Database, { headId, toDay, ...of }: Named & { toDay: string }) {
  const [held] = await tx
    .select({ toDay: roleGrant.toDay })
    .from(roleGrant)
    .where(heads({ ...of, personId: headId }));
  if (!held) throw new Refusal("NOT_FOUND", "There is no such head of service of this team.");
  if (held.toDay !== null && held.toDay < toDay) {
    throw wrong("to", `They head this team until ${dateName(held.toDay)}, and nobody stands in for them after that.`);
  }
}

async function requireDeputy(tx: Database, { organisationId, headId, teamId, deputyId }: Named & { deputyId: string }) {
  if (deputyId === headId) throw wrong("deputy", "Nobody stands in for themselves: choose somebody else.");
  const [found] = await tx
    .select({ name: person.name, may: sql<boolean>`holding.may_be_deputy(${person.id}, ${organisationId})` })
    .from(person)
    .where(eq(person.id, deputyId));
  if (!found?.may) {
    const who = "a team lead or a head of service, and neither an auditor nor a performance officer";
    throw wrong("deputy", `Choose ${who}: only they can stand in.`);
  }
  const [own] = await tx
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .where(heads({ organisationId, personId: deputyId, teamId }));
  if (own) throw wrong("deputy", `${apart(found.name)} heads this team too, and decides in their own name.`);
}

async function requireFree(tx: Database, { headId, teamId, fromDay, toDay }: NameDeputy) {
  const [other] = await tx
    .select({ name: person.name, fromDay: deputy.fromDay, toDay: deputy.toDay })
    .from(deputy)
    .innerJoin(person, eq(person.id, deputy.deputyId))
    .where(
      and(
        eq(deputy.headId, headId),
        eq(deputy.teamId, teamId),
        isNull(deputy.withdrawnAt),
        lte(deputy.fromDay, toDay),
        gte(deputy.toDay, fromDay),
      ),
    )
    .limit(1);
  if (!other) return;
  const days = `from ${dateName(other.fromDay)} to ${dateName(other.toDay)}`;
  throw new Refusal(
    "WRONG_STATE",
    `${apart(other.name)} is named ${days} already. End that first, or choose other days.`,
  );
}

const wrong = (field: string, message: string) => new Refusal("INVALID", message, { fields: { [field]: message } });
