import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { actual } from "#db/schema/actuals";
import { band, bandSet, dueRule, indicator, indicatorDefinition, indicatorTeam } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { team } from "#db/schema/people";
import { restatement } from "#db/schema/restatements";
import { scorecard, section, theme } from "#db/schema/scorecards";
import { wordsOf } from "#db/words";
import { contentColumns } from "#lib/actuals/content-columns";
import { earlierFigures } from "#lib/actuals/earlier-figures";
import { holdingOf, monthsOf } from "#lib/indicators/holding";
import { jsonRows } from "#lib/scorecards/json-rows";

/**
 * The indicators whose rows a statement reads, those that `where` finds, to join it: all of theirs below is looked for by their
 * ids, so by its index, and these are found once.
 */
export const ownIndicators = (where: SQL): SQL =>
  sql`lateral (select coalesce(array_agg(${indicator.id}), '{}') as ids from ${indicator} ${where}) as own`;

const ids = sql`own.ids`;

/** Of a table, the rows of those indicators. */
export const ofOwn = (indicatorId: PgColumn): SQL => sql`where ${indicatorId} = any(${ids})`;

/** What holds of them from a month on, of one kind. */
export const holding = (kind: Parameters<typeof holdingOf>[0]): SQL => sql`from ${holdingOf(kind, ids)}`;

/** Keeps back what is of a month that a person does not see, by the months in their scope, as `monthsSeen` says them. */
export function visible(inScope: SQL | null, month: PgColumn): SQL {
  if (!inScope) return sql``;
  return sql`and exists (select from ${scorecardMonth} where ${scorecardMonth.scorecardId} = ${scorecard.id}
    and ${scorecardMonth.month} = ${month} and ${inScope})`;
}

/** Why something was rebased, read where it is told; elsewhere blank stands for any words, and null for none. */
const because = {
  told: wordsOf(indicatorDefinition.rebasedBecause),
  untold: sql<string | null>`left(${indicatorDefinition.rebasedBecause}, 0)`,
};

const indicatorColumns = { id: indicator.id, ref: indicator.ref };

const dueRuleColumns = {
  indicatorId: dueRule.indicatorId,
  ...monthsOf("due_rule"),
  fromMonth: dueRule.fromMonth,
  every: dueRule.every,
};

const bandColumns = {
  indicatorId: bandSet.indicatorId,
  ...monthsOf("band_set"),
  rank: band.rank,
  asTyped: band.asTyped,
  edge: band.edge,
  farEdge: band.farEdge,
  strict: band.strict,
};

const definitionWith = (rebasedBecause: SQL<string | null>) => ({
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
  covers: indicatorDefinition.covers,
  purpose: indicatorDefinition.purpose,
  calculation: indicatorDefinition.calculation,
  dataSource: indicatorDefinition.dataSource,
  hidesSmall: indicatorDefinition.hidesSmall,
  breakInSeries: indicatorDefinition.breakInSeries,
  rebasedBecause,
  position: indicatorDefinition.position,
  sectionNumber: section.number,
  sectionTitle: section.title,
  themeSlug: theme.slug,
  themeName: theme.name,
  themePosition: theme.position,
});
const definitionColumns = {
  told: definitionWith(because.told),
  untold: definitionWith(because.untold),
};

/** The indicators, with their places and when their figures are due. */
export const placedRows = (reasons: keyof typeof because = "untold") => ({
  indicators: jsonRows(indicatorColumns, sql`from ${indicator} ${ofOwn(indicator.id)}`),
  definitions: jsonRows(
    definitionColumns[reasons],
    sql`${holding("definition")}
      join ${section} on ${section.id} = ${indicatorDefinition.sectionId}
      join ${theme} on ${theme.id} = ${section.themeId}`,
  ),
  dueRules: jsonRows(dueRuleColumns, holding("due_rule")),
});

/** What every read of a sheet that is graded takes of them. */
export const heldRows = (reasons: keyof typeof because = "untold") => ({
  ...placedRows(reasons),
  bands: jsonRows(bandColumns, sql`${holding("band_set")} join ${band} on ${band.bandSetId} = ${bandSet.id}`),
});

const teamColumns = { indicatorId: indicatorTeam.indicatorId, ...monthsOf("team"), id: team.id, name: team.name };

/** Their teams. */
export const teamRows = jsonRows(
  teamColumns,
  sql`${holding("team")} join ${team} on ${team.id} = ${indicatorTeam.teamId}`,
);

type Between = { from: SQL; to: SQL };

/** Of a table, their rows in the months between two. */
export const during = (table: { indicatorId: PgColumn; month: PgColumn }, { from, to }: Between): SQL =>
  sql`${ofOwn(table.indicatorId)} and ${table.month} between ${from} and ${to}`;

const seenDuring = (inScope: SQL | null, between: Between) =>
  sql`from ${actual} ${during(actual, between)} ${visible(inScope, actual.month)}`;

const isRestated = sql<boolean>`exists (select from ${restatement}
  where ${restatement.indicatorId} = ${actual.indicatorId} and ${restatement.month} = ${actual.month})`;
const actualColumns = { indicatorId: actual.indicatorId, month: actual.month, ...contentColumns, isRestated };
const valueColumns = {
  indicatorId: actual.indicatorId,
  month: actual.month,
  value: actual.value,
  missing: actual.missing,
};

/** Their actuals in the months between two of SQL. */
export const actualRows = (inScope: SQL | null, between: Between) =>
  jsonRows(actualColumns, seenDuring(inScope, between));

/** Of the same only whether there is a figure, which, or why there is none. */
export const valueRows = (inScope: SQL | null, between: Between) =>
  jsonRows(valueColumns, seenDuring(inScope, between));

/** By indicator, the figures by which those of these months are usual or not. */
export const earlierRows = (inScope: SQL | null, between: Between) =>
  jsonRows(
    { indicatorId: indicator.id, figures: earlierFigures(indicator.id, between, visible(inScope, actual.month)) },
    sql`from ${indicator} ${ofOwn(indicator.id)}`,
  );

/** None of them, where nobody asks. */
export const noEarlier: ReturnType<typeof earlierRows> = sql`'[]'::json`;
