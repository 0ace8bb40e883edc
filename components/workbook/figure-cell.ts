import Big from "big.js";
import { flagsOf } from "#components/scorecards/flags-of";
import { noFigureWords } from "#components/scorecards/no-figure-words";
import { besideFigure, figureStyle } from "#components/workbook/figure-styles";
import type { Unit } from "#db/vocabulary";
import type { Cell } from "#lib/exports/cell";
import { figureKind } from "#lib/rules/figure-kind";
import type { SheetCell } from "#lib/scorecards/sheet";

/** The number that a spreadsheet keeps for a figure: of 68% it is 0.68. */
export const keptNumber = (value: string, unit: Unit): string =>
  (unit === "percent" ? Big(value).div(100) : Big(value)).toFixed();

/** A figure as a number that reads as the screen shows it. */
export function numberCell(value: string, { unit, precision }: { unit: Unit; precision: number }, flags = ""): Cell {
  const decimals = Big(value).toFixed().split(".")[1]?.length ?? 0;
  return { number: keptNumber(value, unit), style: figureStyle(unit, Math.max(decimals, precision), flags) };
}

/** What stands in a month's cell: the figure as a number, or in words which kind of none it is. */
export function figureCell(cell: SheetCell | undefined): Cell {
  const value = cell?.actual?.value;
  if (cell && value != null) return numberCell(value, cell.at, flagsOf(cell.actual, cell.small));
  const words = [noneWords(cell), besideFigure(flagsOf(cell?.actual ?? null))].filter(Boolean).join(" ");
  return { words, style: "none" };
}

/** "[x] not available", "not given", "not due": why there is no figure; empty where there is one, or its month is to come. */
export function noneWords(cell: SheetCell | undefined): string {
  const kind = cell ? figureKind(cell) : "not due";
  if (kind === "figure" || cell?.state === "not opened") return "";
  const { sign, word } = noFigureWords[kind];
  if (kind === "blank") return word;
  return kind === "not due" ? sign : `${sign} ${word}`;
}
