import { asc, eq, type SQL, sql } from "drizzle-orm";
import { type Database, database } from "#db/client";
import { madeOnce } from "#db/made-once";
import { commentDecision, commentRevision } from "#db/schema/commentary";
import { indicator, milestone } from "#db/schema/indicators";
import { organisation, person } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import { wordsOf } from "#db/words";
import { type PersonActor, teamsOf } from "#lib/access/actor";
import { milestonesOf } from "#lib/indicators/holding";
import { submissionRows } from "#lib/returns/submission-rows";
import type { Month } from "#lib/rules/month";
import { decidedByName } from "#lib/scorecards/decided-by";
import {
  actualRows,
  during,
  earlierRows,
  heldRows,
  ofOwn,
  ownIndicators,
  placedRows,
  teamRows,
  valueRows,
} from "#lib/scorecards/held-rows";
import { jsonRows } from "#lib/scorecards/json-rows";
import { levelsOf } from "#lib/scorecards/label-columns";
import { editionOf, monthsSeen, type Seen, seenBy } from "#lib/scorecards/month-scope";
import { type Span, spanAsked, spans } from "#lib/scorecards/month-spans";
import { openedColumns } from "#lib/scorecards/scorecard-rows";

/** The teams that a lead leads. */
const ledBy = (actor: PersonActor): readonly string[] => teamsOf(actor, "team lead").map(({ id }) => id);

const among = sql`any(${sql.placeholder("teams")}::uuid[])`;

/** The indicators that were ever the teams' asked for, to join once; and of them a scorecard's, as a `where`. */
const ever = sql`(select coalesce(array_agg(distinct t.indicator_id), '{}') as ids from indicator_team t where t.team_id = ${among}) as ever`;
const everTheirs = sql`where ${indicator.scorecardId} = ${scorecard.id} and ${indicator.id} = any(ever.ids)`;

const [from, to] = [sql`span.first_month`, sql`span.last_month`];

const spanColumns = (inScope: SQL | null) => ({
  ...openedColumns(inScope),
  from: sql<Month>`to_char(${from}, 'YYYY-MM')`,
  to: sql<Month>`to_char(${to}, 'YYYY-MM')`,
});

/**
 * What a lead's returns ask for, by scorecard and in one statement: which indicators are due when, from which team, and
 * which of their figures are given.
 */
export function listAskedRows(actor: PersonActor, span: Span) {
  const { kind, asked } = spanAsked(span);
  const given = { ...asked, ...editionOf(actor), organisation: actor.organisation.id, teams: ledBy(actor) };
  return askAsked(database(), { seen: seenBy(actor), span: kind }, given);
}

const ofOrganisation = eq(organisation.id, sql.placeholder("organisation"));

const askAsked = madeOnce((db, { seen, span }: { seen: Seen; span: keyof typeof spans }) => {
  const inScope = monthsSeen(seen);
  return db
    .select({
      ...spanColumns(inScope),
      submissions: submissionRows(sql`${scorecard.id}`, { teams: among, from, to }),
      ...placedRows(),
      teams: teamRows,
      values: valueRows(inScope, { from, to }),
    })
    .from(scorecard)
    .innerJoin(organisation, eq(organisation.id, scorecard.organisationId))
    .innerJoin(ever, sql`true`)
    .innerJoin(ownIndicators(everTheirs), sql`true`)
    .innerJoin(spans[span], sql`span.first_month is not null`)
    .where(ofOrganisation)
    .orderBy(asc(scorecard.name), asc(scorecard.slug));
});

/** Which of a lead's indicators: all where they are at most so many, or those with these ids. */
export type Wanted = { most: number } | { ids: readonly string[] };

export const everyIndicator: Wanted = { most: 1_000_000 };

/** Whose returns, where they are not a lead's own; and in which transaction they are read. */
type Asked = { teams?: readonly string[]; db?: Database };

/**
 * All that a lead's returns are made of, by scorecard and in one statement, however many of those and of months there
 * are: what holds of the indicators that were ever their teams', those indicators' figures and milestones, and where
 * their comments stand, without words. `count` is of all of those indicators, wanted or not.
 */
export function listReturnRows(
  actor: PersonActor,
  span: Span,
  wanted: Wanted,
  { teams = ledBy(actor), db = database() }: Asked = {},
) {
  const { kind, asked } = spanAsked(span);
  const shape = { seen: seenBy(actor), span: kind, byIds: "ids" in wanted };
  return askReturns(db, shape, {
    ...wanted,
    ...asked,
    ...editionOf(actor),
    organisation: actor.organisation.id,
    teams,
  });
}

type Shape = { seen: Seen; span: keyof typeof spans; byIds: boolean };
const count = sql<number>`cardinality(ever.ids)`;

const askReturns = madeOnce((db, { seen, span, byIds }: Shape) => {
  const inScope = monthsSeen(seen);
  const isWanted = byIds
    ? sql`${indicator.id} = any(${sql.placeholder("ids")}::uuid[])`
    : sql`${count} <= ${sql.placeholder("most")}`;

  return db
    .select({
      ...spanColumns(inScope),
      count,
      submissions: submissionRows(sql`${scorecard.id}`, { teams: among, from, to }),
      ...heldRows(),
      teams: teamRows,
      milestones: jsonRows(
        {
          indicatorId: milestone.indicatorId,
          month: milestone.month,
          asTyped: milestone.asTyped,
          edge: milestone.edge,
          farEdge: milestone.farEdge,
          strict: milestone.strict,
        },
        sql`from ${indicator} join ${milestonesOf(indicator.id)} on true ${ofOwn(indicator.id)}
          and ${milestone.month} between ${from} and ${to}`,
      ),
      actuals: actualRows(inScope, { from: sql`(${from} - interval '1 year')`, to }),
      earlier: earlierRows(inScope, { from, to }),
      revisions: jsonRows(
        {
          id: commentRevision.id,
          indicatorId: commentRevision.indicatorId,
          month: commentRevision.month,
          number: commentRevision.number,
          source: commentRevision.source,
          version: commentRevision.version,
          submittedAt: commentRevision.submittedAt,
          withdrawnAt: commentRevision.withdrawnAt,
        },
        sql`from ${commentRevision} ${during(commentRevision, { from, to })}`,
      ),
      decisions: jsonRows(
        {
          revisionId: commentDecision.revisionId,
          kind: commentDecision.kind,
          reason: wordsOf(commentDecision.reason),
          decidedAt: commentDecision.decidedAt,
          decidedBy: decidedByName,
          figure: commentDecision.figure,
          missing: commentDecision.missing,
          grade: commentDecision.grade,
          levels: levelsOf(commentDecision.labelSetId),
        },
        sql`from ${commentDecision} join ${person} on ${person.id} = ${commentDecision.decidedBy}
          ${during(commentDecision, { from, to })}`,
      ),
    })
    .from(scorecard)
    .innerJoin(organisation, eq(organisation.id, scorecard.organisationId))
    .innerJoin(ever, sql`true`)
    .innerJoin(ownIndicators(sql`${everTheirs} and ${isWanted}`), sql`true`)
    .innerJoin(spans[span], sql`span.first_month is not null`)
    .where(ofOrganisation)
    .orderBy(asc(scorecard.name), asc(scorecard.slug));
});

export type ReturnRows = Awaited<ReturnType<typeof listReturnRows>>[number];

export type AskedRows = Awaited<ReturnType<typeof listAskedRows>>[number];
