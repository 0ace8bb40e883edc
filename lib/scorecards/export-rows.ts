import { plainFigure } from "#lib/rules/figure";
import { publishedBand } from "#lib/rules/grade";
import { bandedLevels, levelOf } from "#lib/rules/labels";
import type { Made } from "#lib/rules/made";
import { momentLocal, momentUtc } from "#lib/rules/moment";
import { type Month, monthsBetween } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import { withheldWords } from "#lib/rules/small/small-words";
import { directionName } from "#lib/rules/which-is-better";
import { bandColumn, type FileColumn, type FixedColumn } from "#lib/scorecards/export-columns";
import type { Sheet, SheetCell, SheetComment, SheetIndicator } from "#lib/scorecards/sheet";

/** A row by its columns; where two months have other levels, each has the columns of its own bands. */
export type ExportRow = Record<FixedColumn, string> & Record<string, string>;

/** One row an indicator and month: every month shown, and every other in which it has a milestone. */
export function exportRows(sheet: Sheet, made: Made): ExportRow[] {
  const file = fileColumns(made);
  return sheet.indicators.flatMap((indicator) =>
    [...indicator.cells.values()]
      .filter(({ month, milestone }) => sheet.figureMonths.includes(month) || (milestone && isPlanned(sheet, month)))
      .sort((a, b) => monthsBetween(b.month, a.month))
      .map((cell) => exportRow(indicator, cell, { file, timeZone: made.timeZone })),
  );
}

const isPlanned = (sheet: Sheet, month: Month) => sheet.milestoneMonths.includes(month);

function exportRow(
  { ref }: SheetIndicator,
  { month, at, labels, actual, grade, milestone, comment, small }: SheetCell,
  { file, timeZone }: { file: Record<FileColumn, string>; timeZone: string },
): ExportRow {
  return {
    ref,
    section: sectionName(at.section),
    theme: at.theme.name,
    action_plan: at.actionPlanRefs.join(" "),
    measure: at.measure,
    unit: at.unit,
    direction: directionName(at.direction),
    benchmark: at.benchmark ? plainFigure(at.benchmark.value) : "",
    ...Object.fromEntries(
      bandedLevels(labels).map((level) => [bandColumn(level, labels), publishedBand(level, at.bands, labels) ?? ""]),
    ),
    month,
    value: actual?.value != null ? plainFigure(actual.value) : "",
    symbol: [
      actual?.missing,
      actual?.isRestated && "r",
      actual?.provisional && "p",
      actual?.estimated && "e",
      small === "hidden from readers" && "c",
    ]
      .filter(Boolean)
      .join(" "),
    grade: levelOf(labels, grade)?.word ?? "",
    milestone: milestone?.milestone.asTyped ?? "",
    milestone_state: milestone?.state ?? "",
    comment: comment && "body" in comment ? comment.body : "",
    ...standingColumns(comment, timeZone),
    ...file,
  };
}

const nothing = { comment_standing: "", approved_by: "", approved_utc: "", approved_local: "" };

/** Whether the words beside it are approved, by whom and when; or why they are not, or are not shown. */
function standingColumns(comment: SheetComment | null, timeZone: string): typeof nothing {
  if (comment?.kind === "imported") return { ...nothing, comment_standing: "as imported, not approved in Candour" };
  if (comment?.kind === "lapsed")
    return { ...nothing, comment_standing: `not shown: the approval lapsed, because ${comment.because}` };
  if (comment?.kind === "withheld") return { ...nothing, comment_standing: withheldWords };
  if (!comment) return nothing;
  const { decidedAt, decidedBy } = comment;
  return {
    comment_standing: "approved",
    approved_by: decidedBy,
    approved_utc: momentUtc(decidedAt),
    approved_local: momentLocal(decidedAt, timeZone),
  };
}

const fileColumns = ({ of, by, at, timeZone, sealed }: Made): Record<FileColumn, string> => ({
  file_of: of,
  made_by: by,
  made_utc: momentUtc(at),
  made_local: momentLocal(at, timeZone),
  history_sealed_at: sealed ? `${sealed.size} ${sealed.root}` : "",
});
