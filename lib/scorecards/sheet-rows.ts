import { and, eq, sql } from "drizzle-orm";
import { type Database, database } from "#db/client";
import { madeOnce } from "#db/made-once";
import { commentDecision, commentRevision } from "#db/schema/commentary";
import { benchmark, indicator, milestone } from "#db/schema/indicators";
import { organisation, person } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import { wordsOf } from "#db/words";
import { type PersonActor, seesSmall } from "#lib/access/actor";
import { reasonAsTold } from "#lib/access/told-of-small";
import { milestonesOf, monthsOf } from "#lib/indicators/holding";
import type { Month } from "#lib/rules/month";
import { decidedByName } from "#lib/scorecards/decided-by";
import {
  actualRows,
  during,
  earlierRows,
  heldRows,
  holding,
  noEarlier,
  ofOwn,
  ownIndicators,
  teamRows,
  visible,
} from "#lib/scorecards/held-rows";
import { jsonRows } from "#lib/scorecards/json-rows";
import { levelsOf } from "#lib/scorecards/label-columns";
import { dayAsked, editionOf, monthsSeen, type Seen, seenBy } from "#lib/scorecards/month-scope";
import { noRestatements, restatementRows } from "#lib/scorecards/restatement-rows";
import type { SheetRange } from "#lib/scorecards/sheet-range";
import { smallRows } from "#lib/scorecards/small-rows";

const benchmarkColumns = {
  indicatorId: benchmark.indicatorId,
  ...monthsOf("benchmark"),
  name: benchmark.name,
  value: benchmark.value,
  year: benchmark.year,
  neighbourSet: benchmark.neighbourSet,
  source: benchmark.source,
};

const milestoneColumns = {
  indicatorId: milestone.indicatorId,
  month: milestone.month,
  asTyped: milestone.asTyped,
  edge: milestone.edge,
  farEdge: milestone.farEdge,
  strict: milestone.strict,
};

const revisionColumns = {
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
};

const decisionColumns = {
  id: commentDecision.id,
  indicatorId: commentDecision.indicatorId,
  revisionId: commentDecision.revisionId,
  kind: commentDecision.kind,
  reason: wordsOf(commentDecision.reason),
  decidedAt: commentDecision.decidedAt,
  decidedBy: decidedByName,
  figure: commentDecision.figure,
  missing: commentDecision.missing,
  grade: commentDecision.grade,
  levels: levelsOf(commentDecision.labelSetId),
};

type Asked = SheetRange & { before: Month; withEarlier?: boolean; withRestatements?: boolean };

/** Which indicators of a scorecard: all, one by its ref, or those with these ids. */
export type Part = { ref?: string } | { ids: readonly string[] };

/**
 * Everything a sheet is made of, in one statement and so of one moment: all versions of what holds from a month on,
 * the milestones and comments of the months asked for, and the actuals of those and the ones since `before`. Actuals and
 * comments of a month that is not closed stay out for who may only read closed ones.
 */
export async function getSheetRows(
  actor: PersonActor,
  scorecardId: string,
  { withEarlier = false, withRestatements = false, before, from, to }: Asked,
  part: Part = {},
  db: Database = database(),
) {
  const shape = { seen: seenBy(actor), withEarlier, withRestatements, part: kindOf(part) };
  const [rows] = await askRows(db, shape, {
    ...part,
    ...editionOf(actor),
    scorecard: scorecardId,
    organisation: actor.organisation.id,
    before: `${before}-01`,
    from: `${from}-01`,
    to: `${to}-01`,
  });
  if (!rows) throw new Error(`No scorecard ${scorecardId}.`);
  return seesSmall(actor) ? rows : { ...rows, definitions: withoutNumbers(rows) };
}

const parts = {
  all: sql``,
  ref: sql`and ${indicator.ref} = ${sql.placeholder("ref")}`,
  // One array is one parameter, however many it holds: the statement's text stays the same, and so does its plan.
  ids: sql`and ${indicator.id} = any(${sql.placeholder("ids")}::uuid[])`,
};

function kindOf(part: Part): keyof typeof parts {
  if ("ids" in part) return "ids";
  return part.ref === undefined ? "all" : "ref";
}

type Shape = { seen: Seen; withEarlier: boolean; withRestatements: boolean; part: keyof typeof parts };

const askRows = madeOnce((db, { seen, withEarlier, withRestatements, part }: Shape) => {
  const inScope = monthsSeen(seen);
  const mine = sql`where ${indicator.scorecardId} = ${scorecard.id} ${parts[part]}`;
  const [before, from, to] = [dayAsked("before"), dayAsked("from"), dayAsked("to")];

  return db
    .select({
      ...heldRows("told"),
      teams: teamRows,
      benchmarks: jsonRows(benchmarkColumns, holding("benchmark")),
      milestones: jsonRows(
        milestoneColumns,
        sql`from ${indicator} join ${milestonesOf(indicator.id)} on true ${ofOwn(indicator.id)}
          and ${milestone.month} between ${before} and ${to}`,
      ),
      actuals: actualRows(inScope, { from: before, to }),
      small: smallRows(inScope),
      restatements: withRestatements ? restatementRows(inScope) : noRestatements,
      earlier: withEarlier ? earlierRows(inScope, { from, to }) : noEarlier,
      revisions: jsonRows(
        revisionColumns,
        sql`from ${commentRevision} left join ${person} on ${person.id} = ${commentRevision.writtenBy}
          ${during(commentRevision, { from, to })} ${visible(inScope, commentRevision.month)}
          and (${commentRevision.submittedAt} is not null or ${commentRevision.source} = 'import')`,
      ),
      decisions: jsonRows(
        decisionColumns,
        sql`from ${commentDecision} join ${person} on ${person.id} = ${commentDecision.decidedBy}
          ${during(commentDecision, { from, to })} ${visible(inScope, commentDecision.month)}`,
      ),
    })
    .from(scorecard)
    .innerJoin(organisation, eq(organisation.id, scorecard.organisationId))
    .innerJoin(ownIndicators(mine), sql`true`)
    .where(and(eq(scorecard.id, sql.placeholder("scorecard")), eq(organisation.id, sql.placeholder("organisation"))));
});

/** To who is not shown small numbers no reason tells one either. */
function withoutNumbers<D extends { indicatorId: string; rebasedBecause: string | null }>(rows: {
  definitions: D[];
  small: readonly { indicatorId: string }[];
}): D[] {
  const hiding = new Set(rows.small.map(({ indicatorId }) => indicatorId));
  return rows.definitions.map((each) =>
    hiding.has(each.indicatorId) ? { ...each, rebasedBecause: reasonAsTold(each.rebasedBecause) } : each,
  );
}

type Read = Awaited<ReturnType<typeof getSheetRows>>;

/** Whether an actual was restated is read where it is shown. */
type ActualRow = Omit<Read["actuals"][number], "isRestated"> & { isRestated?: boolean };

/** Without what says which figures are usual, where that was not read. */
export type SheetRows = Omit<Read, "earlier" | "small" | "restatements" | "actuals"> &
  Partial<Pick<Read, "earlier" | "small">> & { actuals: ActualRow[] };
