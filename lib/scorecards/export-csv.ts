import { stringify } from "csv-stringify/sync";
import type { ExportForm } from "#db/vocabulary";
import { harmlessField } from "#lib/rules/harmless-field";
import { heldField } from "#lib/rules/held-field";
import type { Made } from "#lib/rules/made";
import { exportColumns } from "#lib/scorecards/export-columns";
import { exportRows } from "#lib/scorecards/export-rows";
import { labelsAt } from "#lib/scorecards/labels-at";
import type { Sheet } from "#lib/scorecards/sheet";

export type CsvForm = Exclude<ExportForm, "XLSX" | "PDF">;

/** What is a number, and may be read as one. */
const numbers: readonly unknown[] = ["value", "benchmark"];

/**
 * A sheet as comma-separated text, each cell safe to open in a spreadsheet; without its headings, more rows of one begun.
 * In the form for a spreadsheet nothing but figures can be read as a number or a date.
 */
export function exportCsv(sheet: Sheet, made: Made, { header = true, form = "CSV" as CsvForm } = {}): string {
  const months = [...new Set([...sheet.figureMonths, ...sheet.milestoneMonths])].sort();
  const sets = months.map((month) => labelsAt(sheet.scorecard, month));
  const isHeld = form === "CSV for a spreadsheet";
  return stringify(exportRows(sheet, made), {
    header,
    columns: exportColumns(sets.length > 0 ? sets : [sheet.labels]),
    record_delimiter: "windows",
    cast: {
      string: (text, { column, header }) =>
        isHeld && !header && !numbers.includes(column) ? heldField(text) : harmlessField(text),
    },
  });
}
