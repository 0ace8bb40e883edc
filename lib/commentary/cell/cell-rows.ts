import { and, eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { commentDecision, commentRevision, revisionAuthor } from "#db/schema/commentary";
import { band, bandSet, indicator, indicatorDefinition, indicatorTeam, milestone } from "#db/schema/indicators";
import { lapse } from "#db/schema/lapses";
import { scorecardMonth } from "#db/schema/months";
import { person, team } from "#db/schema/people";
import { label, scorecard, scorecardLabelSet } from "#db/schema/scorecards";
import { wordsOf } from "#db/words";
import { formColumns } from "#lib/actuals/content-columns";
import { submittedReturn } from "#lib/actuals/submitted-columns";
import { isPublished } from "#lib/audit/is-published";
import { holdingIn, joined } from "#lib/indicators/holding";
import { commentRuleRows } from "#lib/scorecards/comment-rule-rows";
import { decidedByName } from "#lib/scorecards/decided-by";
import { jsonRows } from "#lib/scorecards/json-rows";
import { labelColumns, levelsOf } from "#lib/scorecards/label-columns";

const submitter = alias(person, "submitter");
const withdrawer = alias(person, "withdrawer");
const lapser = alias(person, "lapser");

/** Every cell, for a `where` that finds one by the keys of its tables. */
export const everyCell = sql`select i.id as indicator_id, m.month from indicator i join scorecard_month m on m.scorecard_id = i.scorecard_id`;

/** Revisions that have left their writers' hands. */
export const submittedOrImported = sql`(${commentRevision.submittedAt} is not null or ${commentRevision.source} = 'import')`;

/**
 * The cells of opened months, each with its team, figure, bands and words for the grades, and the revisions in scope
 * with their authors and decisions, but no comment's words: in one statement, so of one moment. Of many cells, `wanted`
 * selects those to look at, as (indicator_id, month), and `found` of its other columns: only so is no other cell asked
 * what holds there.
 */
export const listCellRows = <F = null>(
  db: Database,
  organisationId: string | Placeholder,
  where: SQL | undefined,
  revisionScope: SQL,
  { wanted, found = sql`null` }: { wanted: SQL; found?: SQL<F> } = { wanted: everyCell },
) => {
  const ofCell = (table: { indicatorId: PgColumn; month: PgColumn }) =>
    sql`where ${table.indicatorId} = ${indicator.id} and ${table.month} = ${scorecardMonth.month}`;

  return db
    .select({
      found,
      indicatorId: indicator.id,
      ref: indicator.ref,
      month: scorecardMonth.month,
      scorecard: { id: scorecard.id, slug: scorecard.slug, name: scorecard.name },
      team: { id: team.id, name: team.name },
      ...joined({
        measure: indicatorDefinition.measure,
        unit: indicatorDefinition.unit,
        direction: indicatorDefinition.direction,
        precision: indicatorDefinition.precision,
      }),
      openedAt: scorecardMonth.openedAt,
      closedAt: scorecardMonth.closedAt,
      isPublished,
      commentaryDue: scorecardMonth.commentaryDue,
      submitted: submittedReturn({ scorecard: scorecard.id, month: scorecardMonth.month, team: team.id }),
      actual: {
        version: actual.version,
        ...formColumns,
      },
      bandSetId: sql<string | null>`${bandSet.id}`,
      labelSetId: sql<string>`${scorecardLabelSet.labelSetId}`,
      bands: jsonRows(
        { rank: band.rank, asTyped: band.asTyped, edge: band.edge, farEdge: band.farEdge, strict: band.strict },
        sql`from ${band} where ${band.bandSetId} = ${bandSet.id}`,
      ),
      commentRules: commentRuleRows(sql`${scorecard.organisationId}`),
      labels: jsonRows(labelColumns, sql`from ${label} where ${label.labelSetId} = ${scorecardLabelSet.labelSetId}`),
      revisions: jsonRows(
        {
          id: commentRevision.id,
          number: commentRevision.number,
          source: commentRevision.source,
          version: commentRevision.version,
          writtenAt: commentRevision.writtenAt,
          submittedAt: commentRevision.submittedAt,
          submittedBy: submitter.name,
          submittedById: submitter.id,
          withdrawnAt: commentRevision.withdrawnAt,
          withdrawnBy: withdrawer.name,
          standsBecause: wordsOf(commentRevision.standsBecause),
        },
        sql`from ${commentRevision}
          left join ${person} submitter on ${submitter.id} = ${commentRevision.submittedBy}
          left join ${person} withdrawer on ${withdrawer.id} = ${commentRevision.withdrawnBy}
          ${ofCell(commentRevision)} and ${revisionScope}`,
      ),
      authors: jsonRows(
        { revisionId: revisionAuthor.revisionId, id: person.id, name: person.name },
        sql`from ${revisionAuthor} join ${person} on ${person.id} = ${revisionAuthor.personId}
          ${ofCell(revisionAuthor)}`,
      ),
      decisions: jsonRows(
        {
          id: commentDecision.id,
          revisionId: commentDecision.revisionId,
          kind: commentDecision.kind,
          reason: wordsOf(commentDecision.reason),
          decidedAt: commentDecision.decidedAt,
          decidedBy: decidedByName,
          decidedById: person.id,
          figure: commentDecision.figure,
          missing: commentDecision.missing,
          grade: commentDecision.grade,
          levels: levelsOf(commentDecision.labelSetId),
          bands: sql<string | null>`(select string_agg(${band.asTyped}, ', ' order by ${band.rank}) from ${band}
            where ${band.bandSetId} = ${commentDecision.bandSetId})`,
          milestone: sql<
            string | null
          >`(select ${milestone.asTyped} from ${milestone} where ${milestone.id} = ${commentDecision.milestoneId})`,
          previousMonth: commentDecision.previousMonth,
          previousFigure: commentDecision.previousFigure,
          previousMissing: commentDecision.previousMissing,
          lapsedAt: lapse.lapsedAt,
          lapsedBy: lapser.name,
        },
        sql`from ${commentDecision} join ${person} on ${person.id} = ${commentDecision.decidedBy}
          left join ${lapse} on ${lapse.decisionId} = ${commentDecision.id} and ${lapse.endedAt} is null
          left join ${person} lapser on ${lapser.id} = ${lapse.lapsedBy}
          ${ofCell(commentDecision)}`,
      ),
    })
    .from(sql`(${wanted}) as wanted`)
    .innerJoin(indicator, sql`${indicator.id} = wanted.indicator_id`)
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .innerJoin(
      scorecardMonth,
      and(eq(scorecardMonth.scorecardId, scorecard.id), sql`${scorecardMonth.month} = wanted.month`),
    )
    .innerJoin(holdingIn("definition", indicator.id, scorecardMonth.month), sql`true`)
    .leftJoin(holdingIn("team", indicator.id, scorecardMonth.month), sql`true`)
    .leftJoin(team, eq(team.id, indicatorTeam.teamId))
    .leftJoin(holdingIn("band_set", indicator.id, scorecardMonth.month), sql`true`)
    .innerJoin(holdingIn("label_set", scorecard.id, scorecardMonth.month), sql`true`)
    .leftJoin(actual, and(eq(actual.indicatorId, indicator.id), eq(actual.month, scorecardMonth.month)))
    .where(and(eq(scorecard.organisationId, organisationId), where));
};

export type CellRow = Omit<Awaited<ReturnType<typeof listCellRows>>[number], "found">;
