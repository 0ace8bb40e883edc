/** A cell of a workbook: words, a number as the decimal it is, or a month; in a style by its name. It is never a formula. */
export type Cell =
  | { words: string; style?: string }
  | { number: string; style?: string }
  | { month: string; style?: string }
  | null;

/** How cells look: what a number reads like, and what stands out. Colours are as "D8F2E7". */
export type CellStyle = {
  format?: string;
  bold?: boolean;
  wrap?: boolean;
  /** Set in from the cell before it. */
  indent?: boolean;
  /** With a line under it. */
  ruled?: boolean;
  fill?: string;
  colour?: string;
};

/** How the cells of a row look by what stands in them, from one column to another, each counted from 0: where a formula of ours about the first of them holds. */
export type CellRule = { row: number; from: number; to: number; holds: (cell: string) => string; style: CellStyle };

/** "A1", "AA12": a cell by its column, from 0, and its row, from 1. */
export const cellName = (column: number, row: number): string => `${columnName(column)}${row}`;

function columnName(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return (before < 0 ? "" : columnName(before)) + String.fromCharCode(65 + (column % 26));
}
