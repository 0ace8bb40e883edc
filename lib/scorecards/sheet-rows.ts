import { eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { commentDecision, commentRevision, commentText } from "#db/schema/commentary";
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
import type { Actor } from "#lib/access/actor";
import { contentColumns } from "#lib/actuals/content-columns";
import { jsonRows } from "#lib/scorecards/json-rows";
import { seesClosedMonthsOnly } from "#lib/scorecards/month-scope";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/**
 * Everything a sheet is made of, in one statement and so of one moment: all versions of what holds from a month on,
 * and the actuals, milestones and comments of the months asked for; of one indicator, if a ref is given. Actuals and comments of a month that is not closed
 * stay out for who may only read closed ones.
 */
export async function getSheetRows(actor: Actor, scorecardId: string, range: SheetRange, ref?: string) {
  const wanted = ref === undefined ? sql`` : sql`and ${indicator.ref} = ${ref}`;
  const own = (column: PgColumn) =>
    sql`join ${indicator} on ${indicator.id} = ${column} where ${indicator.scorecardId} = ${scorecard.id} ${wanted}`;
  const during = (month: PgColumn) => sql`and ${month} between ${`${range.from}-01`} and ${`${range.to}-01`}`;
  const visible = (month: PgColumn): SQL =>
    seesClosedMonthsOnly(actor)
      ? sql`and exists (select from ${scorecardMonth} where ${scorecardMonth.scorecardId} = ${scorecard.id}
          and ${scorecardMonth.month} = ${month} and ${scorecardMonth.closedAt} is not null)`
      : sql``;

  const [rows] = await database()
    .select({
      indicators: jsonRows(
        { id: indicator.id, ref: indicator.ref },
        sql`from ${indicator} where ${indicator.scorecardId} = ${scorecard.id} ${wanted}`,
      ),
      definitions: jsonRows(
        {
          indicatorId: indicatorDefinition.indicatorId,
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
        sql`from ${indicatorDefinition}
          join ${section} on ${section.id} = ${indicatorDefinition.sectionId}
          join ${theme} on ${theme.id} = ${section.themeId} ${own(indicatorDefinition.indicatorId)}`,
      ),
      teams: jsonRows(
        { indicatorId: indicatorTeam.indicatorId, fromMonth: indicatorTeam.fromMonth, id: team.id, name: team.name },
        sql`from ${indicatorTeam} join ${team} on ${team.id} = ${indicatorTeam.teamId} ${own(indicatorTeam.indicatorId)}`,
      ),
      dueRules: jsonRows(
        {
          indicatorId: dueRule.indicatorId,
          fromMonth: dueRule.fromMonth,
          every: dueRule.every,
          toMonth: dueRule.toMonth,
        },
        sql`from ${dueRule} ${own(dueRule.indicatorId)}`,
      ),
      bands: jsonRows(
        {
          indicatorId: bandSet.indicatorId,
          fromMonth: bandSet.fromMonth,
          rank: band.rank,
          asTyped: band.asTyped,
          edge: band.edge,
          strict: band.strict,
        },
        sql`from ${band} join ${bandSet} on ${bandSet.id} = ${band.bandSetId} ${own(bandSet.indicatorId)}`,
      ),
      benchmarks: jsonRows(
        {
          indicatorId: benchmark.indicatorId,
          fromMonth: benchmark.fromMonth,
          name: benchmark.name,
          value: benchmark.value,
          year: benchmark.year,
          neighbourSet: benchmark.neighbourSet,
          source: benchmark.source,
        },
        sql`from ${benchmark} ${own(benchmark.indicatorId)}`,
      ),
      milestones: jsonRows(
        {
          indicatorId: milestone.indicatorId,
          month: milestone.month,
          asTyped: milestone.asTyped,
          edge: milestone.edge,
          strict: milestone.strict,
        },
        sql`from ${milestone} ${own(milestone.indicatorId)} ${during(milestone.month)}`,
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
          body: commentText.body,
        },
        sql`from ${commentRevision} join ${commentText} on ${commentText.revisionId} = ${commentRevision.id}
          left join ${person} on ${person.id} = ${commentRevision.writtenBy}
          ${own(commentRevision.indicatorId)} ${during(commentRevision.month)} ${visible(commentRevision.month)}
          and (${commentRevision.submittedAt} is not null or ${commentRevision.source} = 'import')`,
      ),
      decisions: jsonRows(
        {
          id: commentDecision.id,
          revisionId: commentDecision.revisionId,
          kind: commentDecision.kind,
          reason: commentDecision.reason,
          decidedAt: commentDecision.decidedAt,
          decidedBy: person.name,
          figure: commentDecision.figure,
          missing: commentDecision.missing,
          grade: commentDecision.grade,
        },
        sql`from ${commentDecision} join ${person} on ${person.id} = ${commentDecision.decidedBy}
          ${own(commentDecision.indicatorId)} ${during(commentDecision.month)} ${visible(commentDecision.month)}`,
      ),
    })
    .from(scorecard)
    .innerJoin(organisation, eq(organisation.id, scorecard.organisationId))
    .where(eq(scorecard.id, scorecardId));
  if (!rows) throw new Error(`No scorecard ${scorecardId}.`);
  return rows;
}

export type SheetRows = Awaited<ReturnType<typeof getSheetRows>>;
