import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type Database, database } from "#db/client";
import { everHidesSmall } from "#db/hides-small";
import { madeOnce } from "#db/made-once";
import { actual } from "#db/schema/actuals";
import { indicator, milestone } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { organisation } from "#db/schema/people";
import { restatement } from "#db/schema/restatements";
import { label, scorecard, scorecardLabelSet } from "#db/schema/scorecards";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { isPublished } from "#lib/audit/is-published";
import { holdingOf, milestonesOf, monthsOf } from "#lib/indicators/holding";
import type { EditionName } from "#lib/rules/edition";
import type { Month } from "#lib/rules/month";
import { commentRuleRows } from "#lib/scorecards/comment-rule-rows";
import { during, heldRows, ownIndicators, valueRows } from "#lib/scorecards/held-rows";
import { jsonRows } from "#lib/scorecards/json-rows";
import { labelColumns } from "#lib/scorecards/label-columns";
import { editionOf, monthsSeen, type Seen, seenBy } from "#lib/scorecards/month-scope";
import { smallRows } from "#lib/scorecards/small-rows";

const mine = sql`where ${indicator.scorecardId} = ${scorecard.id}`;

const opened = (inScope: SQL | null) =>
  sql`from ${scorecardMonth} where ${scorecardMonth.scorecardId} = ${scorecard.id}
    and ${inScope ?? sql`true`}`;

/** A scorecard with the months in its reader's scope and its words for the grades. */
export const openedColumns = (inScope: SQL | null) => ({
  id: scorecard.id,
  slug: scorecard.slug,
  name: scorecard.name,
  begins: sql<Month | null>`(select to_char(min(x.from_month), 'YYYY-MM') from ${scorecardLabelSet} x
    where x.scorecard_id = ${scorecard.id} and x.withdrawn_at is null)`,
  size: sql<number>`(select count(*)::int from ${indicator} ${mine})`,
  months: jsonRows(
    {
      month: scorecardMonth.month,
      openedAt: scorecardMonth.openedAt,
      closedAt: scorecardMonth.closedAt,
      figuresDue: scorecardMonth.figuresDue,
      commentaryDue: scorecardMonth.commentaryDue,
      isPublished,
    },
    opened(inScope),
  ),
  hidesSmall: sql<boolean>`exists (select from ${indicator} ${mine} and ${everHidesSmall(indicator.id)})`,
  commentRules: commentRuleRows(sql`${scorecard.organisationId}`),
  labels: jsonRows(
    {
      ...monthsOf("label_set"),
      ...labelColumns,
    },
    sql`from ${holdingOf("label_set", sql`array(select ${scorecard.id})`)} join ${label} on ${label.labelSetId} = ${scorecardLabelSet.labelSetId}`,
  ),
});

/** The same with the months of its plan. */
const scorecardColumns = (inScope: SQL | null) => ({
  ...openedColumns(inScope),
  plannedMonths: sql<Month[]>`(select coalesce(json_agg(distinct to_char(${milestone.month}, 'YYYY-MM')), '[]')
    from ${indicator} join ${milestonesOf(indicator.id)} on true ${mine})`,
});

/** Cells, and definitions, of an edition's months that were written to since its cut; of so many entries at most. */
export type WrittenSince = { figures: number; comments: number; definitions: number; isAll: boolean };

/** How many figures of the newest edition's own month were restated since. */
const restatedSince = sql`(select count(distinct r.indicator_id)::int from ${restatement} r
  where r.scorecard_id = e.scorecard_id and r.month = e.month and r.edition_number = e.number)`;

/** A scorecard's newest edition, how much of its months was written to since, and how many of its figures were restated. */
export type NewestEdition = EditionName & { cut: number; since: WrittenSince; restated: number };

const mostEntries = sql.raw("1000");
const decides = sql`'comment_decision', 'lapse'`;
const defines = sql`'indicator_definition', 'indicator_team', 'due_rule', 'band_set', 'benchmark', 'milestone', 'scorecard_label_set'`;

const writtenSince = sql`(
  select json_build_object(
    'figures', count(distinct (w.indicator, w.month)) filter (where w.table_name = 'actual'),
    'comments', count(distinct (w.indicator, w.month)) filter (where w.table_name in (${decides})),
    'definitions', count(distinct (w.table_name, w.key)) filter (where w.table_name in (${defines})),
    'isAll', count(*) < ${mostEntries})
  from (select x.indicator, x.month, x.table_name, x.key from scorecard_month m join audit.entry x on x.month = m.month
    where m.scorecard_id = e.scorecard_id and m.month <= e.month and x.position > c.newest and x.scorecard = e.scorecard_id
      and x.operation in ('created', 'changed') and x.table_name in ('actual', ${decides}, ${defines})
    limit ${mostEntries}) w)`;

const newestEdition = sql<NewestEdition | null>`(
  select json_build_object('month', to_char(e.month, 'YYYY-MM'), 'number', e.number, 'cut', e.cut, 'since', ${writtenSince}, 'restated', ${restatedSince})
  from edition e join audit.cut c on c.number = e.cut
  where e.scorecard_id = ${scorecard.id} order by e.month desc, e.number desc limit 1)`;

/** One scorecard by its slug, in one statement; as things are, it can say which its newest edition is. */
export async function getScorecardRows(
  actor: PersonActor,
  slug: string,
  db: Database = database(),
  { withEdition = false } = {},
) {
  const shape = { seen: seenBy(actor), withEdition };
  const [found] = await askOne(db, shape, { slug, organisation: actor.organisation.id, ...editionOf(actor) });
  return found ?? null;
}

const [ofOrganisation, bySlug] = [
  eq(organisation.id, sql.placeholder("organisation")),
  eq(scorecard.slug, sql.placeholder("slug")),
];

const askOne = madeOnce((db, { seen, withEdition }: { seen: Seen; withEdition: boolean }) =>
  db
    .select({
      ...scorecardColumns(monthsSeen(seen)),
      newestEdition: withEdition ? newestEdition : sql<null>`null`,
      endedAt: scorecard.endedAt,
      endedReason: wordsOf(scorecard.endedReason),
    })
    .from(scorecard)
    .innerJoin(organisation, eq(organisation.id, scorecard.organisationId))
    .where(and(ofOrganisation, bySlug)),
);

/**
 * Every scorecard that has not ended, or one, by name, with the values of its last opened months and of the year before them: of as few months as are
 * sure to hold the one to lead with, as what is due is for the rule to say. One statement, however many there are.
 */
export const listSummaryRows = (actor: PersonActor, slug?: string) =>
  askSummaries(
    database(),
    { seen: seenBy(actor), isOne: slug !== undefined },
    { slug, organisation: actor.organisation.id, ...editionOf(actor) },
  );

const askSummaries = madeOnce((db, { seen, isOne }: { seen: Seen; isOne: boolean }) => {
  const [first, last] = [sql`looked_at.first`, sql`looked_at.last`];
  const inScope = monthsSeen(seen);
  return db
    .select({
      ...scorecardColumns(inScope),
      first: sql<Month | null>`to_char(${first}, 'YYYY-MM')`,
      last: sql<Month | null>`to_char(${last}, 'YYYY-MM')`,
      ...heldRows(),
      small: smallRows(inScope),
      values: valueRows(inScope, { from: sql`${first} - interval '1 year'`, to: last }),
    })
    .from(scorecard)
    .innerJoin(organisation, eq(organisation.id, scorecard.organisationId))
    .innerJoin(ownIndicators(mine), sql`true`)
    .innerJoin(
      // A month with half of all indicators' figures has half of those due.
      sql`lateral (
        select max(m.last) as last, coalesce(max(m.month) filter (where 2 * coalesce(given.figures, 0) >= m.size), min(m.month)) as first
        from (select month, max(month) over () as last, cardinality(own.ids) as size ${opened(inScope)}) m
        left join (select ${actual.month}, count(*) as figures
          from ${actual} ${during(actual, { from: sql`(select max(month) - interval '11 months' ${opened(inScope)})`, to: sql`'infinity'` })}
          and ${actual.value} is not null group by 1) given using (month)
        where m.month > m.last - interval '1 year') as looked_at`,
      sql`true`,
    )
    .where(and(ofOrganisation, isOne ? bySlug : isNull(scorecard.endedAt)))
    .orderBy(asc(scorecard.name), asc(scorecard.slug));
});

export type ScorecardRows = Omit<
  NonNullable<Awaited<ReturnType<typeof getScorecardRows>>>,
  "newestEdition" | "endedAt" | "endedReason"
>;
