import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "#db/client";
import { person, roleGrant, signInRule, team } from "#db/schema/people";
import type { Role } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";
import { dayIn } from "#lib/rules/day";
import { type HeldDays, standsOn } from "#lib/rules/held-days";
import type { ForWhom } from "#lib/rules/sign-in-rule-words";

/** A role that somebody holds, is to hold or held; without a name it was a rule or a command that granted it, or a command that revoked it. */
export type GrantedRole = HeldDays & {
  id: string;
  role: Role;
  teamId: string | null;
  team: string | null;
  grantedAt: Date;
  grantedBy: string | null;
  rule: ForWhom | null;
  /** Null where it was not revoked, and is over by its last day if it is over. */
  revokedAt: Date | null;
  revokedBy: string | null;
};

const granter = alias(person, "granter");
const revoker = alias(person, "revoker");

/** What a person holds in the officer's organisation today, what they are to hold, the next first, and what they held before, the newest first. */
export async function listRolesOf(
  actor: PersonActor,
  personId: string,
): Promise<Record<"held" | "toCome" | "before", GrantedRole[]>> {
  const { id, timeZone } = actor.organisation;
  const endedAt = sql`coalesce(${roleGrant.revokedAt}, (${roleGrant.toDay} + 1)::timestamp at time zone ${timeZone})`;
  const all = await database()
    .select({
      id: roleGrant.id,
      role: roleGrant.role,
      teamId: roleGrant.teamId,
      team: team.name,
      grantedAt: roleGrant.grantedAt,
      grantedBy: granter.name,
      rule: { domain: signInRule.domain, inGroup: signInRule.inGroup },
      fromDay: roleGrant.fromDay,
      toDay: roleGrant.toDay,
      revokedAt: roleGrant.revokedAt,
      revokedBy: revoker.name,
    })
    .from(roleGrant)
    .leftJoin(team, eq(team.id, roleGrant.teamId))
    .leftJoin(signInRule, eq(signInRule.id, roleGrant.ruleId))
    .leftJoin(granter, eq(granter.id, roleGrant.grantedBy))
    .leftJoin(revoker, eq(revoker.id, roleGrant.revokedBy))
    .where(and(eq(roleGrant.organisationId, id), eq(roleGrant.personId, personId)))
    .orderBy(sql`${endedAt} desc nulls first`, roleGrant.role, team.name, desc(roleGrant.grantedAt), roleGrant.id);
  const today = dayIn(timeZone, new Date());
  const standing = Map.groupBy(all, (one) => (one.revokedAt ? "over" : standsOn(one, today)));
  return {
    held: (standing.get("held") ?? []).toSorted(byName),
    toCome: (standing.get("to come") ?? []).toSorted((a, b) => a.fromDay!.localeCompare(b.fromDay!) || byName(a, b)),
    before: standing.get("over") ?? [],
  };
}

const byName = (a: GrantedRole, b: GrantedRole) =>
  a.role.localeCompare(b.role, "en") || (a.team ?? "").localeCompare(b.team ?? "", "en");
