import { levelsAbove } from "#lib/rules/grade";
import { areComparable } from "#lib/rules/labels";
import { type Month, previousMonth } from "#lib/rules/month";
import { type Travel, travel } from "#lib/rules/travel";
import type { Sheet, SheetCell, SheetIndicator } from "#lib/scorecards/sheet";

/** How one indicator stands in a month against the month before. */
export type Change = {
  indicator: SheetIndicator;
  cell: SheetCell;
  before: SheetCell | null;
  /** Null unless both months have a figure. */
  travel: Travel | null;
  /** How many levels the grade rose; negative when it fell; null unless both months have a grade, of as many levels. */
  levels: number | null;
};

/** Every indicator of a sheet in one month, with what changed since the month before. */
export function whatChanged(sheet: Sheet, month: Month): Change[] {
  return sheet.indicators.flatMap((indicator) => {
    const cell = indicator.cells.get(month);
    if (!cell) return [];
    const before = indicator.cells.get(previousMonth(month)) ?? null;
    const [was, is] = [before?.actual?.value ?? null, cell.actual?.value ?? null];
    return [
      {
        indicator,
        cell,
        before,
        travel: was !== null && is !== null ? travel(was, is, cell.at.direction) : null,
        levels:
          before?.grade && cell.grade && areComparable(before.labels, cell.labels)
            ? levelsAbove(cell.grade, before.grade)
            : null,
      },
    ];
  });
}
