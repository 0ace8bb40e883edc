import { figureKind } from "#lib/rules/figure-kind";
import { type Level, levelOf } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";
import type { Sheet } from "#lib/scorecards/sheet";

/** Of how many indicators the figure earned each level in a month, best first; how many have a figure without a grade, and how many that was due none. */
export type MonthCounts = {
  month: Month;
  levels: { level: Level; count: number }[];
  ungraded: number;
  without: number;
};

export const monthCounts = ({ indicators }: Pick<Sheet, "indicators">, months: readonly Month[]): MonthCounts[] =>
  months.map((month) => {
    const cells = indicators.flatMap(({ cells: of }) => of.get(month) ?? []);
    const kinds = cells.map((cell) => ({ kind: figureKind(cell), level: levelOf(cell.labels, cell.grade) }));
    const earned = kinds.flatMap(({ level }) => level ?? []);
    const byRank = Map.groupBy(earned, ({ rank }) => rank);
    return {
      month,
      levels: [...byRank.values()]
        .map((those) => ({ level: those[0]!, count: those.length }))
        .toSorted((a, b) => a.level.rank - b.level.rank),
      ungraded: kinds.filter(({ kind, level }) => kind === "figure" && !level).length,
      without: kinds.filter(({ kind }) => kind !== "figure" && kind !== "not due").length,
    };
  });
