import type { Cell, CellRule, CellStyle } from "#lib/exports/cell";

export type WorkbookSheet = {
  name: string;
  /** How wide each column is, in characters. */
  widths: readonly number[];
  frozen: { rows: number; columns: number };
  /** In which row its headings stand, by which it is filtered and which each printed page repeats. */
  headings: number | null;
  /** Its rows, some at a time. */
  rows: () => AsyncIterable<Cell[][]> | Iterable<Cell[][]>;
  /** By what figures look; asked for when all rows are written. */
  rules?: () => readonly CellRule[];
};

export type Workbook = {
  title: string;
  /** Of what it is, who made it and when: in its properties, and at the foot of each printed page. */
  about: string;
  madeBy: string;
  madeAt: Date;
  styles: Readonly<Record<string, CellStyle>>;
  sheets: readonly WorkbookSheet[];
};
