import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { commentDecision, commentRevision } from "#db/schema/commentary";
import {
  band,
  bandSet,
  benchmark,
  dueRule,
  indicator,
  indicatorDefinition,
  indicatorTeam,
  milestone,
} from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { organisation, person, team } from "#db/schema/people";
import { scorecard, section, theme } from "#db/schema/scorecards";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { contentColumns } from "#lib/actuals/content-columns";
import { holdingOf, milestonesOf, monthsOf } from "#lib/indicators/holding";
import { jsonRows } from "#lib/scorecards/json-rows";
import { levelsOf } from "#lib/scorecards/label-columns";
import { seesClosedMonthsOnly } from "#lib/scorecards/month-scope";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/**
 * Everything a sheet is made of, in one statement and so of one moment: all versions of what holds from a month on,
 * and the actuals, milestones and comments of the months asked for; of one indicator, if a ref is given. Actuals and comments of a month that is not closed
 * stay out for who may only read closed ones.
 */
export async function getSheetRows(actor: PersonActor, scorecardId: string, range: SheetRange, ref?: string) {
  const wanted = ref === undefined ? sql`` : sql`and ${indicator.ref} = ${ref}`;
  const mine = sql`where ${indicator.scorecardId} = ${scorecard.id} ${wanted}`;
  const own = (column: PgColumn) => sql`join ${indicator} on ${indicator.id} = ${column} ${mine}`;
  const holding = (kind: Parameters<typeof holdingOf>[0]) =>
    sql`from ${indicator} join ${holdingOf(kind, indicator.id)} on true`;
  const during = (month: PgColumn) => sql`and ${month} between ${`${range.from}-01`} and ${`${range.to}-01`}`;
  const visible = (month: PgColumn): SQL =>
    seesClosedMonthsOnly(actor)
      ? sql`and exists (select from ${scorecardMonth} where ${scorecardMonth.scorecardId} = ${scorecard.id}
          and ${scorecardMonth.month} = ${month} and ${scorecardMonth.closedAt} is not null)`
      : sql``;

  const [rows] = await database()
    .select({
      indicators: jsonRows({ id: indicator.id, ref: indicator.ref }, sql`from ${indicator} ${mine}`),
      definitions: jsonRows(
        {
          indicatorId: indicatorDefinition.indicatorId,
          ...monthsOf("definition"),
          fromMonth: indicatorDefinition.fromMonth,
          measure: indicatorDefinition.measure,
          unit: indicatorDefinition.unit,
          direction: indicatorDefinition.direction,
          precision: indicatorDefinition.precision,
          actionPlanRefs: indicatorDefinition.actionPlanRefs,
          numeratorLabel: indicatorDefinition.numeratorLabel,
          denominatorLabel: indicatorDefinition.denominatorLabel,
          breakInSeries: indicatorDefinition.breakInSeries,
          position: indicatorDefinition.position,
          sectionNumber: section.number,
          sectionTitle: section.title,
          themeSlug: theme.slug,
          themeName: theme.name,
          themePosition: theme.position,
        },
        sql`${holding("definition")}
          join ${section} on ${section.id} = ${indicatorDefinition.sectionId}
          join ${theme} on ${theme.id} = ${section.themeId} ${mine}`,
      ),
      teams: jsonRows(
        { indicatorId: indicatorTeam.indicatorId, ...monthsOf("team"), id: team.id, name: team.name },
        sql`${holding("team")} join ${team} on ${team.id} = ${indicatorTeam.teamId} ${mine}`,
      ),
      dueRules: jsonRows(
        {
          indicatorId: dueRule.indicatorId,
          ...monthsOf("due_rule"),
          fromMonth: dueRule.fromMonth,
          every: dueRule.every,
        },
        sql`${holding("due_rule")} ${mine}`,
      ),
      bands: jsonRows(
        {
          indicatorId: bandSet.indicatorId,
          ...monthsOf("band_set"),
          rank: band.rank,
          asTyped: band.asTyped,
          edge: band.edge,
          strict: band.strict,
        },
        sql`${holding("band_set")} join ${band} on ${band.bandSetId} = ${bandSet.id} ${mine}`,
      ),
      benchmarks: jsonRows(
        {
          indicatorId: benchmark.indicatorId,
          ...monthsOf("benchmark"),
          name: benchmark.name,
          value: benchmark.value,
          year: benchmark.year,
          neighbourSet: benchmark.neighbourSet,
          source: benchmark.source,
        },
        sql`${holding("benchmark")} ${mine}`,
      ),
      milestones: jsonRows(
        {
          indicatorId: milestone.indicatorId,
          month: milestone.month,
          asTyped: milestone.asTyped,
          edge: milestone.edge,
          strict: milestone.strict,
        },
        sql`from ${indicator} join ${milestonesOf(indicator.id)} on true ${mine} ${during(milestone.month)}`,
      ),
      actuals: jsonRows(
        {
          indicatorId: actual.indicatorId,
          month: actual.month,
          ...contentColumns,
        },
        sql`from ${actual} ${own(actual.indicatorId)} ${during(actual.month)} ${visible(actual.month)}`,
      ),
      revisions: jsonRows(
        {
          id: commentRevision.id,
          indicatorId: commentRevision.indicatorId,
          month: commentRevision.month,
          number: commentRevision.number,
          source: commentRevision.source,
          writtenAt: commentRevision.writtenAt,
          writtenBy: person.name,
          submittedAt: commentRevision.submittedAt,
          withdrawnAt: commentRevision.withdrawnAt,
          body: wordsOf(commentRevision.words),
        },
        sql`from ${commentRevision} left join ${person} on ${person.id} = ${commentRevision.writtenBy}
          ${own(commentRevision.indicatorId)} ${during(commentRevision.month)} ${visible(commentRevision.month)}
          and (${commentRevision.submittedAt} is not null or ${commentRevision.source} = 'import')`,
      ),
      decisions: jsonRows(
        {
          id: commentDecision.id,
          revisionId: commentDecision.revisionId,
          kind: commentDecision.kind,
          reason: wordsOf(commentDecision.reason),
          decidedAt: commentDecision.decidedAt,
          decidedBy: person.name,
          figure: commentDecision.figure,
          missing: commentDecision.missing,
          grade: commentDecision.grade,
          levels: levelsOf(commentDecision.labelSetId),
        },
        sql`from ${commentDecision} join ${person} on ${person.id} = ${commentDecision.decidedBy}
          ${own(commentDecision.indicatorId)} ${during(commentDecision.month)} ${visible(commentDecision.month)}`,
      ),
    })
    .from(scorecard)
    .innerJoin(organisation, eq(organisation.id, scorecard.organisationId))
    .where(and(eq(scorecard.id, scorecardId), eq(organisation.id, actor.organisation.id)));
  if (!rows) throw new Error(`No scorecard ${scorecardId}.`);
  return rows;
}

export type SheetRows = Awaited<ReturnType<typeof getSheetRows>>;
