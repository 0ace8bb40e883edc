import { flagsOf } from "#components/scorecards/flags-of";
import { formatFigure } from "#lib/rules/figure";
import { type FigureKind, figureKind } from "#lib/rules/figure-kind";
import { type Level, levelOf } from "#lib/rules/labels";
import type { SheetCell } from "#lib/scorecards/sheet";

/**
 * What stands in a cell, in finished words: a figure with its level's place among those of the page (null without a
 * grade), what flags it has (p, e, r, c) and what it is of; or which kind of none it is, and what flags that has.
 */
export type CellView =
  | None
  | { none: None; flags: string }
  | readonly [figure: string, level: number | null, flags?: string, detail?: string];

type None = Exclude<FigureKind, "figure">;

export function cellView(cell: SheetCell | undefined, placeOf: (level: Level) => number): CellView {
  if (!cell) return "not due";
  const { actual, at, grade, labels } = cell;
  const kind = figureKind(cell);
  const flags = flagsOf(actual, cell.small);
  if (kind !== "figure") return flags ? { none: kind, flags } : kind;
  if (actual?.value == null) return "blank";
  const level = levelOf(labels, grade);
  const shown = [formatFigure(actual.value, at.precision), level && placeOf(level)] as const;
  const { numerator, denominator } = actual;
  if (numerator && denominator) return [...shown, flags, `${numerator} of ${denominator}`];
  return flags ? [...shown, flags] : shown;
}
