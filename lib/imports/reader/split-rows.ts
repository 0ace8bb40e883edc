import { parse } from "csv-parse/sync";
import type { Problem } from "#lib/imports/reader/reading";

/** One line of the file; `row` is its number as a text editor shows it. */
export type Row = { row: number; fields: string[] };

/** The rows of a tab-separated text, blank ones included so that numbers stay those of the file. Quotes mean nothing in it. */
export function splitRows(text: string): Row[] {
  const lines: string[][] = parse(text, {
    delimiter: "\t",
    quote: false,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ["\r\n", "\n", "\r"],
  });
  return lines.map((fields, index) => ({ row: index + 1, fields }));
}

export function isBlank(row: Row): boolean {
  return row.fields.every((field) => field.trim() === "");
}

const [rowLimit, cellLimit] = [500, 5000];

/** More rows, or more in a cell, than any scorecard has: refused before the reading has to go through them. */
export function findExcess(rows: readonly Row[]): Problem[] {
  if (rows.length > rowLimit) {
    const message = `The file has ${rows.length} rows; a scorecard has at most ${rowLimit}.`;
    return [{ row: rowLimit + 1, column: null, asItCame: "", message }];
  }
  return rows.flatMap(({ row, fields }) => {
    const column = fields.findIndex((field) => field.length > cellLimit) + 1;
    const message = `This cell holds more than ${cellLimit} characters.`;
    return column === 0 ? [] : [{ row, column, asItCame: "", message }];
  });
}
