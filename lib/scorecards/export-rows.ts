import { plainFigure } from "#lib/rules/figure";
import { publishedBand } from "#lib/rules/grade";
import { bandedLevels, levelOf } from "#lib/rules/labels";
import { type Month, monthsBetween } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import { bandColumn, type FixedColumn } from "#lib/scorecards/export-columns";
import type { Sheet, SheetCell, SheetIndicator } from "#lib/scorecards/sheet";

/** A row by its columns; where two months have other levels, each has the columns of its own bands. */
export type ExportRow = Record<FixedColumn, string> & Record<string, string>;

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
    ...Object.fromEntries(
      bandedLevels(labels).map((level) => [bandColumn(level, labels), publishedBand(level, at.bands, labels) ?? ""]),
    ),
    month,
    value: actual?.value != null ? plainFigure(actual.value) : "",
    symbol: [actual?.missing, actual?.isRestated && "r", actual?.provisional && "p", actual?.estimated && "e"]
      .filter(Boolean)
      .join(" "),
    grade: levelOf(labels, grade)?.word ?? "",
    milestone: milestone?.milestone.asTyped ?? "",
    milestone_state: milestone?.state ?? "",
    comment: comment && comment.kind !== "lapsed" ? comment.body : "",
  };
}
