import { sharedPrevious } from "#lib/rules/due";
import { figureKind } from "#lib/rules/figure-kind";
import { levelsAbove } from "#lib/rules/grade";
import { areComparable } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";
import { type Travel, travel } from "#lib/rules/travel";
import type { Sheet, SheetCell, SheetIndicator } from "#lib/scorecards/sheet";

/** How one indicator stands in a month against its previous due month. */
export type Change = {
  indicator: SheetIndicator;
  cell: SheetCell;
  /** The previous due month; null when there is none, or it was never opened. */
  before: SheetCell | null;
  /** Null unless both months have a figure. */
  travel: Travel | null;
  /** How many levels the grade rose; negative when it fell; null unless both months have a grade, of as many levels. */
  levels: number | null;
};

/** The month since which all that is due in a month changed; null when each was last due in another. */
export function changedSince(changes: readonly Change[]): Month | null {
  const due = changes.filter(({ cell }) => figureKind(cell) !== "not due");
  return sharedPrevious(due.map(({ cell }) => cell.previousDue));
}

/** Every indicator of a sheet in one month, with what changed since each was last due. */
export function whatChanged(sheet: Sheet, month: Month): Change[] {
  return sheet.indicators.flatMap((indicator) => {
    const cell = indicator.cells.get(month);
    if (!cell) return [];
    const before = (cell.previousDue && indicator.cells.get(cell.previousDue)) ?? null;
    const [was, is] = [before?.actual?.value ?? null, cell.actual?.value ?? null];
    return [
      {
        indicator,
        cell,
        before,
        travel: was !== null && is !== null ? travel(was, is, cell.at) : null,
        levels:
          before?.grade && cell.grade && areComparable(before.labels, cell.labels)
            ? levelsAbove(cell.grade, before.grade)
            : null,
      },
    ];
  });
}
