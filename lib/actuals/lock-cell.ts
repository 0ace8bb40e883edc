import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { indicator } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { team } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import { type Actor, holds, teamsOf } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { definitionsIn, dueRulesIn, teamsIn } from "#lib/indicators/holding";
import { isDue } from "#lib/rules/due";
import { type Month, monthState } from "#lib/rules/month";
import { whyNotRecord } from "#lib/rules/recording";

export type Cell = Awaited<ReturnType<typeof lockCell>>;

/**
 * One indicator's cell for one month, for its team's lead to write: the month held open and the actual locked until the
 * transaction ends. Throws NOT_FOUND, and what `whyNotRecord` answers: WRONG_ROLE, WRONG_SCOPE, MONTH_NOT_OPEN,
 * MONTH_CLOSED, NOT_DUE.
 */
export async function lockCell(tx: Database, actor: Actor, indicatorId: string, month: Month) {
  const facts = await findFacts(tx, actor, indicatorId, month);
  if (!facts) throw new Refusal("NOT_FOUND", "There is no such indicator in that month.");

  const [opened] = await tx
    .select({ openedAt: scorecardMonth.openedAt, closedAt: scorecardMonth.closedAt })
    .from(scorecardMonth)
    .where(and(eq(scorecardMonth.scorecardId, facts.scorecardId), eq(scorecardMonth.month, month)))
    .for("share");
  const whyNot = whyNotRecord({
    isTeamLead: holds(actor, "team lead"),
    leadsTeam: teamsOf(actor, "team lead").some(({ id }) => id === facts.teamId),
    ref: facts.ref,
    team: facts.team,
    month,
    monthState: monthState(opened),
    isDue: isDue(facts.rule, month),
  });
  if (whyNot) throw new Refusal(whyNot.code, whyNot.message);

  const [present] = await tx
    .select()
    .from(actual)
    .where(and(eq(actual.indicatorId, indicatorId), eq(actual.month, month)))
    .for("update");
  return { ...facts, month, present: present ?? null };
}

async function findFacts(tx: Database, actor: Actor, indicatorId: string, month: Month) {
  const definition = definitionsIn(tx, month);
  const answering = teamsIn(tx, month);
  const rule = dueRulesIn(tx, month);
  const [found] = await tx
    .select({
      indicatorId: indicator.id,
      scorecardId: indicator.scorecardId,
      ref: indicator.ref,
      unit: definition.unit,
      precision: definition.precision,
      teamId: team.id,
      team: team.name,
      rule: { fromMonth: rule.fromMonth, every: rule.every, toMonth: rule.toMonth },
    })
    .from(indicator)
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .innerJoin(definition, eq(definition.indicatorId, indicator.id))
    .leftJoin(answering, eq(answering.indicatorId, indicator.id))
    .leftJoin(team, eq(team.id, answering.teamId))
    .leftJoin(rule, eq(rule.indicatorId, indicator.id))
    .where(and(eq(indicator.id, indicatorId), eq(scorecard.organisationId, actor.organisation.id)));
  return found ?? null;
}
