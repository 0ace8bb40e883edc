import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { indicator, milestone } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { organisation } from "#db/schema/people";
import { label, scorecard, scorecardLabelSet } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { holdingOf, milestonesOf, monthsOf } from "#lib/indicators/holding";
import { jsonRows } from "#lib/scorecards/json-rows";
import { labelColumns } from "#lib/scorecards/label-columns";
import { seesClosedMonthsOnly } from "#lib/scorecards/month-scope";

/** A scorecard with the months its reader may see, the months of its plan and its words for the grades, in one statement. */
export async function getScorecardRows(actor: PersonActor, slug: string) {
  const visible = seesClosedMonthsOnly(actor) ? sql`${scorecardMonth.closedAt} is not null` : sql`true`;
  const [found] = await database()
    .select({
      id: scorecard.id,
      slug: scorecard.slug,
      name: scorecard.name,
      months: jsonRows(
        {
          month: scorecardMonth.month,
          openedAt: scorecardMonth.openedAt,
          closedAt: scorecardMonth.closedAt,
          figuresDue: scorecardMonth.figuresDue,
          commentaryDue: scorecardMonth.commentaryDue,
        },
        sql`from ${scorecardMonth} where ${scorecardMonth.scorecardId} = ${scorecard.id} and ${visible}`,
      ),
      milestones: jsonRows(
        { month: milestone.month },
        sql`from ${indicator} join ${milestonesOf(indicator.id)} on true where ${indicator.scorecardId} = ${scorecard.id}`,
      ),
      labels: jsonRows(
        {
          ...monthsOf("label_set"),
          ...labelColumns,
        },
        sql`from ${holdingOf("label_set", scorecard.id)} join ${label} on ${label.labelSetId} = ${scorecardLabelSet.labelSetId}`,
      ),
    })
    .from(scorecard)
    .innerJoin(organisation, eq(organisation.id, scorecard.organisationId))
    .where(and(eq(organisation.id, actor.organisation.id), eq(scorecard.slug, slug)));
  return found ?? null;
}

export type ScorecardRows = NonNullable<Awaited<ReturnType<typeof getScorecardRows>>>;
