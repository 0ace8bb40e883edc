import { asc, eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { madeOnce } from "#db/made-once";
import { actual } from "#db/schema/actuals";
import { indicator } from "#db/schema/indicators";
import { organisation } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { givenOn, isGiven } from "#lib/months/given-on";
import { emptyActual } from "#lib/rules/actual";
import { dayIn } from "#lib/rules/day";
import { isClosed, type Month, type MonthState } from "#lib/rules/month";
import { nextToOpen } from "#lib/rules/opening";
import { type Counts, countTimeliness, timelinessOf } from "#lib/rules/timeliness";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { scorecardOf } from "#lib/scorecards/get-scorecard";
import { during, ownIndicators, placedRows, teamRows } from "#lib/scorecards/held-rows";
import { jsonRows } from "#lib/scorecards/json-rows";
import { editionOf, monthsSeen, type Seen, seenBy } from "#lib/scorecards/month-scope";
import { spanAsked, spans } from "#lib/scorecards/month-spans";
import { openedColumns } from "#lib/scorecards/scorecard-rows";

export type ListedMonth = {
  month: Month;
  state: MonthState;
  figuresDue: string | null;
  commentaryDue: string | null;
  counts: Counts;
};

export type ScorecardMonths = {
  scorecard: { id: string; slug: string; name: string };
  /** The newest first. */
  months: ListedMonth[];
  /** The month after the last one opened, or the first that it was made for. */
  next: Month | null;
  /** No month of it is opened any more. */
  hasEnded: boolean;
};

const mine = sql`where ${indicator.scorecardId} = ${scorecard.id}`;

const listRows = (actor: PersonActor, before: Month | null) =>
  askRows(
    database(),
    { seen: seenBy(actor) },
    {
      ...spanAsked({ before }).asked,
      ...editionOf(actor),
      organisation: actor.organisation.id,
      timeZone: actor.organisation.timeZone,
    },
  );

const askRows = madeOnce((db, { seen }: { seen: Seen }) =>
  db
    .select({
      ...openedColumns(monthsSeen(seen)),
      endedAt: scorecard.endedAt,
      from: sql<Month | null>`to_char(span.first_month, 'YYYY-MM')`,
      to: sql<Month | null>`to_char(span.last_month, 'YYYY-MM')`,
      ...placedRows(),
      teams: teamRows,
      given: jsonRows(
        {
          indicatorId: actual.indicatorId,
          month: actual.month,
          value: actual.value,
          missing: actual.missing,
          on: givenOn(sql.placeholder("timeZone")),
        },
        sql`from ${actual} ${during(actual, { from: sql`span.first_month`, to: sql`span.last_month` })} and ${isGiven}`,
      ),
    })
    .from(scorecard)
    .innerJoin(organisation, eq(organisation.id, scorecard.organisationId))
    .innerJoin(ownIndicators(mine), sql`true`)
    .innerJoin(spans.before, sql`true`)
    .where(eq(organisation.id, sql.placeholder("organisation")))
    .orderBy(asc(scorecard.name), asc(scorecard.slug)),
);
type Rows = Awaited<ReturnType<typeof listRows>>[number];

// What is due and given hangs on none of these.
const notRead = { bands: [], benchmarks: [], milestones: [], revisions: [], decisions: [] };

/**
 * Every scorecard with twelve of its months, before a month or of the last ones opened, and how its figures came in. In one
 * statement. `earlier`: the month before which there are more.
 */
export async function listMonths(
  actor: PersonActor,
  before: Month | null = null,
): Promise<{ scorecards: ScorecardMonths[]; earlier: Month | null }> {
  const rows = await listRows(actor, before);
  const scorecards = rows.map((each) => ({
    scorecard: { id: each.id, slug: each.slug, name: each.name },
    months: monthsListed(actor, each),
    next: nextToOpen(each.months.map(({ month }) => month)) ?? each.begins,
    hasEnded: each.endedAt !== null,
  }));
  const earlier = rows.find(({ months, from }) => months.some(({ month }) => from !== null && month < from))?.from;
  return { scorecards, earlier: earlier ?? null };
}

function monthsListed(actor: PersonActor, { from, to, given, ...rows }: Rows): ListedMonth[] {
  if (from === null || to === null) return [];
  const scorecard = scorecardOf({ ...rows, plannedMonths: [] });
  const actuals = given.map(({ on: _on, ...figure }) => ({ ...emptyActual, ...figure }));
  const { indicators, figureMonths } = assembleSheet(scorecard, { from, to }, { ...rows, ...notRead, actuals });
  const days = new Map(given.map(({ indicatorId, month, on }) => [`${indicatorId} ${month}`, on]));
  const today = dayIn(actor.organisation.timeZone, new Date());
  return scorecard.months
    .filter(({ month }) => figureMonths.includes(month))
    .map((each) => ({
      ...each,
      counts: countTimeliness(
        indicators.flatMap(({ id, cells }) => {
          const cell = cells.get(each.month);
          if (!cell) return [];
          const on = days.get(`${id} ${each.month}`) ?? null;
          const { state, figuresDue } = each;
          return timelinessOf({ isDue: cell.isDue, givenOn: on, figuresDue, today, isClosed: isClosed(state) });
        }),
      ),
    }))
    .reverse();
}
