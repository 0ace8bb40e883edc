import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "#db/client";
import { person, roleGrant, signInRule, team } from "#db/schema/people";
import type { Role } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";
import type { ForWhom } from "#lib/rules/sign-in-rule-words";

/** A role that somebody holds or held; without a name it was a rule or a command that granted it, or a command that revoked it. */
export type GrantedRole = {
  id: string;
  role: Role;
  teamId: string | null;
  team: string | null;
  grantedAt: Date;
  grantedBy: string | null;
  rule: ForWhom | null;
};
export type RevokedRole = GrantedRole & { revokedAt: Date; revokedBy: string | null };

const granter = alias(person, "granter");
const revoker = alias(person, "revoker");

/** What a person holds in the officer's organisation, and what they held before, the newest first. */
export async function listRolesOf(
  actor: PersonActor,
  personId: string,
): Promise<{ held: GrantedRole[]; before: RevokedRole[] }> {
  const all = await database()
    .select({
      id: roleGrant.id,
      role: roleGrant.role,
      teamId: roleGrant.teamId,
      team: team.name,
      grantedAt: roleGrant.grantedAt,
      grantedBy: granter.name,
      rule: { domain: signInRule.domain, inGroup: signInRule.inGroup },
      revokedAt: roleGrant.revokedAt,
      revokedBy: revoker.name,
    })
    .from(roleGrant)
    .leftJoin(team, eq(team.id, roleGrant.teamId))
    .leftJoin(signInRule, eq(signInRule.id, roleGrant.ruleId))
    .leftJoin(granter, eq(granter.id, roleGrant.grantedBy))
    .leftJoin(revoker, eq(revoker.id, roleGrant.revokedBy))
    .where(and(eq(roleGrant.organisationId, actor.organisation.id), eq(roleGrant.personId, personId)))
    .orderBy(
      sql`${roleGrant.revokedAt} desc nulls first`,
      roleGrant.role,
      team.name,
      desc(roleGrant.grantedAt),
      roleGrant.id,
    );
  return {
    held: all.filter(({ revokedAt }) => revokedAt === null),
    before: all.filter((one): one is RevokedRole => one.revokedAt !== null),
  };
}
