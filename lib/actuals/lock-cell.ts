import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { dueRule, indicator, indicatorDefinition, indicatorTeam } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { team } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { holdingIn, joined } from "#lib/indicators/holding";
import { isDue } from "#lib/rules/due";
import { type Month, monthState } from "#lib/rules/month";

export type LockedCell = Awaited<ReturnType<typeof lockCell>>;

/**
 * One indicator's cell for one month, as it goes on standing until the transaction ends: its month does not close, its
 * actual does not change. Who may write there is asked apart. Throws NOT_FOUND.
 */
export async function lockCell(tx: Database, actor: PersonActor, indicatorId: string, month: Month) {
  const facts = await findFacts(tx, actor, indicatorId, month);
  if (!facts) throw new Refusal("NOT_FOUND", "There is no such indicator in that month.");

  const [opened] = await tx
    .select({ openedAt: scorecardMonth.openedAt, closedAt: scorecardMonth.closedAt })
    .from(scorecardMonth)
    .where(and(eq(scorecardMonth.scorecardId, facts.scorecardId), eq(scorecardMonth.month, month)))
    .for("share");
  const [present] = await tx
    .select({ id: actual.id, version: actual.version, value: actual.value, missing: actual.missing })
    .from(actual)
    .where(and(eq(actual.indicatorId, indicatorId), eq(actual.month, month)))
    .for("update");
  const { rule, ...cell } = facts;
  return { ...cell, month, monthState: monthState(opened), isDue: isDue(rule, month), present: present ?? null };
}

async function findFacts(tx: Database, actor: PersonActor, indicatorId: string, month: Month) {
  const inMonth = sql`${`${month}-01`}::date`;
  const [found] = await tx
    .select({
      indicatorId: indicator.id,
      scorecardId: indicator.scorecardId,
      ref: indicator.ref,
      ...joined({ unit: indicatorDefinition.unit, precision: indicatorDefinition.precision }),
      teamId: team.id,
      team: team.name,
      rule: joined({ fromMonth: dueRule.fromMonth, every: dueRule.every }),
    })
    .from(indicator)
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .innerJoin(holdingIn("definition", indicator.id, inMonth), sql`true`)
    .leftJoin(holdingIn("team", indicator.id, inMonth), sql`true`)
    .leftJoin(team, eq(team.id, indicatorTeam.teamId))
    .leftJoin(holdingIn("due_rule", indicator.id, inMonth), sql`true`)
    .where(and(eq(indicator.id, indicatorId), eq(scorecard.organisationId, actor.organisation.id)));
  if (!found) return null;
  const { rule, ...facts } = found;
  return { ...facts, rule: rule.fromMonth === null ? null : rule };
}
