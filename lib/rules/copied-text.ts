import { harmlessField } from "#lib/rules/harmless-field";

/** Cells as text that a spreadsheet takes: tabs between them, a line for each row. */
export const copiedText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => quoted(harmlessField(cell))).join("\t")).join("\n");

const quoted = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
