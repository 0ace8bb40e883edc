import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import {
  band,
  bandSet,
  benchmark,
  dueRule,
  indicator,
  indicatorDefinition,
  indicatorTeam,
} from "#db/schema/indicators";
import { wordsOf } from "#db/words";
import { holdingIn, holdingOf, monthsOf } from "#lib/indicators/holding";
import type { Month } from "#lib/rules/month";
import { jsonRows } from "#lib/scorecards/json-rows";

/** The rows of an indicator that hold in a month, each with the month from which it does; of each kind one or none. */
export type Held = Awaited<ReturnType<typeof getHeld>>;

/** What a definition marks of the month where it begins, and of no other: a break in the series, and a rebasing. */
export const markedIn = <D extends NonNullable<Held["definition"]>>(definition: D, month: Month): D =>
  definition.fromMonth === month ? definition : { ...definition, breakInSeries: false, rebasedBecause: null };

/** What holds of an indicator in a month, as its rows: what a change is compared with, and what it takes the place of. */
export async function getHeld(db: Database, indicatorId: string, month: Month) {
  const first = sql`${`${month}-01`}::date`;
  const within = (kind: Parameters<typeof holdingIn>[0]) => sql`from ${holdingIn(kind, indicator.id, first)}`;
  const span = {
    id: indicatorDefinition.id,
    fromMonth: indicatorDefinition.fromMonth,
    toMonth: indicatorDefinition.toMonth,
  };
  const [found] = await db
    .select({
      definitions: jsonRows(
        {
          ...span,
          sectionId: indicatorDefinition.sectionId,
          position: indicatorDefinition.position,
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
          rebasedBecause: wordsOf(indicatorDefinition.rebasedBecause),
        },
        within("definition"),
      ),
      teams: jsonRows(
        { id: indicatorTeam.id, fromMonth: indicatorTeam.fromMonth, teamId: indicatorTeam.teamId },
        within("team"),
      ),
      dueRules: jsonRows(
        { id: dueRule.id, fromMonth: dueRule.fromMonth, toMonth: dueRule.toMonth, every: dueRule.every },
        within("due_rule"),
      ),
      bandSets: jsonRows(
        { id: bandSet.id, fromMonth: bandSet.fromMonth, toMonth: bandSet.toMonth },
        within("band_set"),
      ),
      bands: jsonRows(
        { rank: band.rank, asTyped: band.asTyped, edge: band.edge, farEdge: band.farEdge, strict: band.strict },
        sql`${within("band_set")} join ${band} on ${band.bandSetId} = ${bandSet.id}`,
      ),
      benchmarks: jsonRows(
        {
          id: benchmark.id,
          ...monthsOf("benchmark"),
          fromMonth: benchmark.fromMonth,
          toMonth: benchmark.toMonth,
          name: benchmark.name,
          value: benchmark.value,
          year: benchmark.year,
          neighbourSet: benchmark.neighbourSet,
          source: benchmark.source,
        },
        sql`from ${holdingOf("benchmark", sql`array(select ${indicator.id})`)} where ${first} between ${sql.identifier("benchmark")}.first_month and ${sql.identifier("benchmark")}.last_month`,
      ),
    })
    .from(indicator)
    .where(eq(indicator.id, indicatorId));
  const { definitions = [], teams = [], dueRules = [], bandSets = [], bands = [], benchmarks = [] } = found ?? {};
  // As `indicatorIn` chooses the one that is shown.
  const [compared = null] = benchmarks.toSorted(
    (a, b) => b.firstMonth.localeCompare(a.firstMonth) || a.name.localeCompare(b.name, "en"),
  );
  return {
    definition: definitions[0] ?? null,
    team: teams[0] ?? null,
    dueRule: dueRules[0] ?? null,
    bandSet: bandSets[0] ?? null,
    bands: bands.toSorted((a, b) => a.rank - b.rank),
    benchmark: compared,
  };
}
