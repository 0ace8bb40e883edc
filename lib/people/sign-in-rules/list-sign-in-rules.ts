import { asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "#db/client";
import { person, signInRule, team } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";

export type SignInRule = Awaited<ReturnType<typeof listAll>>[number];

const maker = alias(person, "maker");
const ender = alias(person, "ender");

/** The organisation's rules that hold, by domain, and those that were ended, the last ended first; how many came by each. */
export async function listSignInRules(actor: PersonActor): Promise<{ live: SignInRule[]; ended: SignInRule[] }> {
  const all = await listAll(actor);
  return {
    live: all.filter(({ endedAt }) => endedAt === null),
    ended: all.filter(({ endedAt }) => endedAt !== null),
  };
}

const listAll = (actor: PersonActor) =>
  database()
    .select({
      id: signInRule.id,
      issuer: signInRule.issuer,
      domain: signInRule.domain,
      inGroup: signInRule.inGroup,
      role: signInRule.role,
      team: team.name,
      madeAt: signInRule.madeAt,
      madeBy: maker.name,
      endedAt: signInRule.endedAt,
      endedBy: ender.name,
      // Spelt out: drizzle leaves a column's table away in a statement of its own.
      came: sql<number>`(select count(*)::int from role_grant g where g.rule_id = "sign_in_rule"."id")`,
    })
    .from(signInRule)
    .leftJoin(maker, eq(maker.id, signInRule.madeBy))
    .leftJoin(ender, eq(ender.id, signInRule.endedBy))
    .leftJoin(team, eq(team.id, signInRule.teamId))
    .where(eq(signInRule.organisationId, actor.organisation.id))
    .orderBy(
      sql`${signInRule.endedAt} desc nulls first`,
      asc(signInRule.domain),
      sql`${signInRule.inGroup} nulls first`,
      asc(signInRule.role),
      asc(team.name),
      desc(signInRule.madeAt),
      asc(signInRule.id),
    );
