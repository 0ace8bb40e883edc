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
  const found = await findAndLock(tx, actor, indicatorId, month);
  if (!found) throw new Refusal("NOT_FOUND", "There is no such indicator in that month.");
  const { rule, opened, present, ...cell } = found;
  return {
    ...cell,
    month,
    monthState: monthState(opened.openedAt === null ? undefined : opened),
    rule: rule.fromMonth === null ? null : rule,
    isDue: isDue(rule.fromMonth === null ? null : rule, month),
    present: present.id === null ? null : present,
  };
}

/**
 * In one statement. What waits for a lock answers its row as it is after the wait; the actual is asked for behind the
 * month, so that all who write lock in one order.
 */
async function findAndLock(tx: Database, actor: PersonActor, indicatorId: string, month: Month) {
  const inMonth = sql`${`${month}-01`}::date`;
  const openedMonth = sql`lateral (select m.* from ${scorecardMonth} m
    where m.scorecard_id = ${indicator.scorecardId} and m.month = ${inMonth} for share) as ${scorecardMonth}`;
  const present = sql`lateral (select a.* from ${actual} a
    where a.indicator_id = ${indicator.id} and a.month = ${scorecardMonth.month} for update) as ${actual}`;
  const [found] = await tx
    .select({
      indicatorId: indicator.id,
      ref: indicator.ref,
      ...joined({ unit: indicatorDefinition.unit, precision: indicatorDefinition.precision }),
      teamId: team.id,
      team: team.name,
      rule: joined({ fromMonth: dueRule.fromMonth, every: dueRule.every }),
      opened: joined({ openedAt: scorecardMonth.openedAt, closedAt: scorecardMonth.closedAt }),
      previous: sql<
        string | null
      >`(select a.value from ${actual} a where a.indicator_id = ${indicator.id} and a.value is not null
        and a.month < ${inMonth} and a.month >= ${inMonth} - interval '1 year' order by a.month desc limit 1)`,
      present: joined({ id: actual.id, version: actual.version, value: actual.value, missing: actual.missing }),
    })
    .from(indicator)
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .innerJoin(holdingIn("definition", indicator.id, inMonth), sql`true`)
    .leftJoin(holdingIn("team", indicator.id, inMonth), sql`true`)
    .leftJoin(team, eq(team.id, indicatorTeam.teamId))
    .leftJoin(holdingIn("due_rule", indicator.id, inMonth), sql`true`)
    .leftJoin(openedMonth, sql`true`)
    .leftJoin(present, sql`true`)
    .where(and(eq(indicator.id, indicatorId), eq(scorecard.organisationId, actor.organisation.id)));
  return found;
}
