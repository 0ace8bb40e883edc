import { getTableName, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgColumn, PgTable } from "drizzle-orm/pg-core";
import { bandSet, benchmark, dueRule, indicatorDefinition, indicatorTeam, milestone } from "#db/schema/indicators";
import { scorecardLabelSet } from "#db/schema/scorecards";
import type { Month } from "#lib/rules/month";

/** Everything that holds from a month on, by the name of its function in the database's schema `holding`. */
const tables = {
  definition: indicatorDefinition,
  team: indicatorTeam,
  due_rule: dueRule,
  band_set: bandSet,
  benchmark,
  label_set: scorecardLabelSet,
} as const satisfies Record<string, PgTable>;

type Kind = keyof typeof tables;
type Place = AnyPgColumn | SQL;

const ownerOf = (kind: Kind) => sql.raw(kind === "label_set" ? "scorecard_id" : "indicator_id");
const nameOf = (kind: Kind) => sql.identifier(getTableName(tables[kind]));

/**
 * The rows of one kind that hold of the indicators (label sets: scorecards) whose ids an array has, under their table's own
 * name, to read from; with the months in which each holds, `monthsOf`. They are looked for all together,
 * and on both sides, so that neither reads the rows of others.
 */
export function holdingOf(kind: Kind, owners: SQL): SQL {
  const theirs = sql`${ownerOf(kind)} = any(${owners})`;
  return sql`(select x.*, h.first_month, h.last_month from holding.${sql.raw(kind)}() h join ${nameOf(kind)} x on x.id = h.id
    where h.${theirs} and x.${theirs}) as ${nameOf(kind)}`;
}

// The limit keeps the sub-select by itself: only so is it asked of one indicator, and not of all.

/** The one row that holds in a month, to join: as things are, or as they were held to be at a moment. */
export const holdingIn = (kind: Kind, owner: Place, month: Place, moment: SQL = sql`'infinity'`): SQL =>
  sql`lateral (select x.* from holding.${sql.raw(kind)}(${moment}) h join ${nameOf(kind)} x on x.id = h.id
    where h.${ownerOf(kind)} = ${owner} and ${month} between h.first_month and h.last_month
    order by h.first_month desc, x.id limit 1) as ${nameOf(kind)}`;

/** An indicator's milestones, to join. */
export const milestonesOf = (indicator: Place): SQL =>
  sql`lateral (select x.* from holding.milestone() h join milestone x on x.id = h.id where h.indicator_id = ${indicator}) as ${milestone}`;

/** The first and the last month in which a row of `holdingOf` holds, in `jsonRows`. */
export const monthsOf = (kind: Kind) => ({
  firstMonth: sql`${nameOf(kind)}.first_month`.mapWith(monthOfDate),
  lastMonth: sql`${nameOf(kind)}.last_month`.mapWith(monthOfDate),
});

const monthOfDate = (date: string) => date.slice(0, 7) as Month;

type Joined<F extends Record<string, PgColumn>> = {
  [K in keyof F]: SQL<F[K]["_"]["notNull"] extends true ? F[K]["_"]["data"] : F[K]["_"]["data"] | null>;
};

/** Columns of the tables joined here, to select: drizzle sees only tables that it joined itself. */
export const joined = <F extends Record<string, PgColumn>>(columns: F): Joined<F> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, sql`${column}`.mapWith(column)]),
  ) as unknown as Joined<F>;
