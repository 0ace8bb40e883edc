import { figureKind } from "#lib/rules/figure-kind";
import type { MonthIn } from "#lib/rules/leading-month";
import type { Month } from "#lib/rules/month";
import type { SheetIndicator } from "#lib/scorecards/sheet";

/** Of each month, how many figures of these indicators are due and how many of those are in, or said why not. */
export const monthsIn = (months: readonly Month[], indicators: readonly SheetIndicator[]): MonthIn[] =>
  months.map((month) => {
    const kinds = indicators.flatMap(({ cells }) => cells.get(month) ?? []).map(figureKind);
    const due = kinds.filter((kind) => kind !== "not due");
    const figures = due.filter((kind) => kind === "figure").length;
    return { month, due: due.length, figures, reasons: due.filter((kind) => kind !== "blank").length - figures };
  });
