import { stringify } from "csv-stringify/sync";
import { harmlessCell } from "#lib/rules/harmless-cell";
import { exportColumns, exportRows } from "#lib/scorecards/export-rows";
import type { Sheet } from "#lib/scorecards/sheet";

/** A sheet as comma-separated text, each cell safe to open in a spreadsheet. */
export function exportCsv(sheet: Sheet): string {
  return stringify(exportRows(sheet), {
    header: true,
    columns: [...exportColumns],
    record_delimiter: "windows",
    cast: { string: harmlessCell },
  });
}
