import { plainFigure } from "#lib/rules/figure";
import { type Month, monthsBetween } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import type { Sheet, SheetCell, SheetIndicator } from "#lib/scorecards/sheet";

export const exportColumns = [
  "ref",
  "section",
  "theme",
  "action_plan",
  "measure",
  "unit",
  "direction",
  "benchmark",
  "adequate",
  "good",
  "outstanding",
  "month",
  "value",
  "symbol",
  "grade",
  "milestone",
  "milestone_state",
  "comment",
] as const;

export type ExportRow = Record<(typeof exportColumns)[number], string>;

/** One row an indicator and month: every month shown, and every other in which it has a milestone. */
export function exportRows(sheet: Sheet): ExportRow[] {
  return sheet.indicators.flatMap((indicator) =>
    [...indicator.cells.values()]
      .filter(({ month, milestone }) => sheet.figureMonths.includes(month) || (milestone && isPlanned(sheet, month)))
      .sort((a, b) => monthsBetween(b.month, a.month))
      .map((cell) => exportRow(indicator, cell)),
  );
}

const isPlanned = (sheet: Sheet, month: Month) => sheet.milestoneMonths.includes(month);

function exportRow(
  { ref }: SheetIndicator,
  { month, at, labels, actual, grade, milestone, comment }: SheetCell,
): ExportRow {
  return {
    ref,
    section: sectionName(at.section),
    theme: at.theme.name,
    action_plan: at.actionPlanRefs.join(" "),
    measure: at.measure,
    unit: at.unit,
    direction: at.direction,
    benchmark: at.benchmark ? plainFigure(at.benchmark.value) : "",
    adequate: at.bands?.adequate.asTyped ?? "",
    good: at.bands?.good.asTyped ?? "",
    outstanding: at.bands?.outstanding.asTyped ?? "",
    month,
    value: actual?.value != null ? plainFigure(actual.value) : "",
    symbol: actual?.missing ?? [actual?.provisional && "p", actual?.estimated && "e"].filter(Boolean).join(" "),
    grade: grade ? labels[grade].word : "",
    milestone: milestone?.milestone.asTyped ?? "",
    milestone_state: milestone?.state ?? "",
    comment: comment && comment.kind !== "lapsed" ? comment.body : "",
  };
}
