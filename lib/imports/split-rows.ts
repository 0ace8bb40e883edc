import { parse } from "csv-parse/sync";

/** One line of the file; `row` is its number as a text editor shows it. */
export type Row = { row: number; cells: string[] };

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
  return lines.map((cells, index) => ({ row: index + 1, cells }));
}

export function isBlank(row: Row): boolean {
  return row.cells.every((cell) => cell.trim() === "");
}
