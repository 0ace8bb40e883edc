import { and, asc, eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { indicator, milestone } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { organisation } from "#db/schema/people";
import { label, scorecard, scorecardLabelSet } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { holdingOf, milestonesOf, monthsOf } from "#lib/indicators/holding";
import type { Month } from "#lib/rules/month";
import { heldRows, valueRows } from "#lib/scorecards/held-rows";
import { jsonRows } from "#lib/scorecards/json-rows";
import { labelColumns } from "#lib/scorecards/label-columns";
import { seesClosedMonthsOnly } from "#lib/scorecards/month-scope";

const mine = sql`where ${indicator.scorecardId} = ${scorecard.id}`;

const opened = (actor: PersonActor) =>
  sql`from ${scorecardMonth} where ${scorecardMonth.scorecardId} = ${scorecard.id}
    and ${seesClosedMonthsOnly(actor) ? sql`${scorecardMonth.closedAt} is not null` : sql`true`}`;

/** A scorecard with the months its reader may see and its words for the grades. */
export const openedColumns = (actor: PersonActor) => ({
  id: scorecard.id,
  slug: scorecard.slug,
  name: scorecard.name,
  size: sql<number>`(select count(*)::int from ${indicator} ${mine})`,
  months: jsonRows(
    {
      month: scorecardMonth.month,
      openedAt: scorecardMonth.openedAt,
      closedAt: scorecardMonth.closedAt,
      figuresDue: scorecardMonth.figuresDue,
      commentaryDue: scorecardMonth.commentaryDue,
    },
    opened(actor),
  ),
  labels: jsonRows(
    {
      ...monthsOf("label_set"),
      ...labelColumns,
    },
    sql`from ${holdingOf("label_set", scorecard.id)} join ${label} on ${label.labelSetId} = ${scorecardLabelSet.labelSetId}`,
  ),
});

/** The same with the months of its plan. */
const scorecardColumns = (actor: PersonActor) => ({
  ...openedColumns(actor),
  plannedMonths: sql<Month[]>`(select coalesce(json_agg(distinct to_char(${milestone.month}, 'YYYY-MM')), '[]')
    from ${indicator} join ${milestonesOf(indicator.id)} on true ${mine})`,
});

/** One scorecard by its slug, in one statement. */
export async function getScorecardRows(actor: PersonActor, slug: string) {
  const [found] = await database()
    .select(scorecardColumns(actor))
    .from(scorecard)
    .innerJoin(organisation, eq(organisation.id, scorecard.organisationId))
    .where(and(eq(organisation.id, actor.organisation.id), eq(scorecard.slug, slug)));
  return found ?? null;
}

/**
 * Every scorecard, by name, with the values of the month to look at, its last with a figure, and of the year before it:
 * one statement, however many there are.
 */
export async function listSummaryRows(actor: PersonActor) {
  const focus = sql`focus.month`;
  return database()
    .select({
      ...scorecardColumns(actor),
      focus: sql<Month | null>`to_char(${focus}, 'YYYY-MM')`,
      ...heldRows(mine),
      values: valueRows(actor, mine, { from: sql`${focus} - interval '1 year'`, to: focus }),
    })
    .from(scorecard)
    .innerJoin(organisation, eq(organisation.id, scorecard.organisationId))
    .innerJoin(
      sql`lateral (
        select coalesce(max(m.month) filter (where exists (select from indicator i join actual a on a.indicator_id = i.id
          where i.scorecard_id = ${scorecard.id} and a.month = m.month and a.value is not null)), max(m.month)) as month
        from (select month, max(month) over () as last ${opened(actor)}) m where m.month > m.last - interval '1 year') as focus`,
      sql`true`,
    )
    .where(eq(organisation.id, actor.organisation.id))
    .orderBy(asc(scorecard.name), asc(scorecard.slug));
}

export type ScorecardRows = NonNullable<Awaited<ReturnType<typeof getScorecardRows>>>;
