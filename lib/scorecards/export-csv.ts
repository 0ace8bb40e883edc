import { stringify } from "csv-stringify/sync";
import { harmlessField } from "#lib/rules/harmless-field";
import { exportColumns } from "#lib/scorecards/export-columns";
import { exportRows } from "#lib/scorecards/export-rows";
import { labelsAt } from "#lib/scorecards/labels-at";
import type { Sheet } from "#lib/scorecards/sheet";

/** A sheet as comma-separated text, each cell safe to open in a spreadsheet; without its headings, more rows of one begun. */
export function exportCsv(sheet: Sheet, { header = true } = {}): string {
  const months = [...new Set([...sheet.figureMonths, ...sheet.milestoneMonths])].sort();
  const sets = months.map((month) => labelsAt(sheet.scorecard, month));
  return stringify(exportRows(sheet), {
    header,
    columns: exportColumns(sets.length > 0 ? sets : [sheet.labels]),
    record_delimiter: "windows",
    cast: { string: harmlessField },
  });
}
