import { figureKind } from "#lib/rules/figure-kind";
import { type Level, levelOf } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import type { Sheet, SheetCell } from "#lib/scorecards/sheet";

/** What a month of an indicator earned: its level's place among those of the page, or which kind of none it has. */
export type HeatCell = number | "no grade" | "blank" | "not due" | "x" | "z" | "c";

/** The indicators of one section. */
export type HeatGroup = { name: string; rows: { ref: string; measure: string; cells: HeatCell[] }[] };

/** Grades by section over some months, in the scorecard's order. */
export function heatGroups(
  { indicators }: Pick<Sheet, "indicators">,
  months: readonly Month[],
  placeOf: (level: Level) => number,
): HeatGroup[] {
  const bySection = Map.groupBy(indicators, ({ now: { theme, section } }) => `${theme.slug} ${section.number}`);
  return [...bySection.values()].map((those) => ({
    name: sectionName(those[0]!.now.section),
    rows: those.map(({ ref, now, cells }) => ({
      ref,
      measure: now.measure,
      cells: months.map((month) => heatCell(cells.get(month), placeOf)),
    })),
  }));
}

function heatCell(cell: SheetCell | undefined, placeOf: (level: Level) => number): HeatCell {
  if (!cell) return "not due";
  const level = levelOf(cell.labels, cell.grade);
  if (level) return placeOf(level);
  const kind = figureKind(cell);
  return kind === "figure" ? "no grade" : kind;
}
