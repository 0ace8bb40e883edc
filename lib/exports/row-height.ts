import type { Cell } from "#lib/exports/cell";
import type { Workbook } from "#lib/exports/workbook";

// In points: of one line, and the most that a spreadsheet gives a row.
const [lineHeight, tallest] = [15, 405];
// Columns are as wide as so many digits, and a letter is less wide than one.
const widthOfDigit = 1.1;

/** How high a row is, by the cell in it with the most lines; null for one line. Not every spreadsheet works it out by itself. */
export function rowHeight(
  cells: readonly Cell[],
  widths: readonly number[],
  styles: Workbook["styles"],
): number | null {
  let most = 1;
  for (const [column, cell] of cells.entries()) {
    if (!cell || !("words" in cell) || !styles[cell.style ?? ""]?.wrap) continue;
    most = Math.max(most, linesOf(cell.words, (widths[column] ?? 10) * widthOfDigit));
  }
  return most === 1 ? null : Math.min(most * lineHeight, tallest);
}

/** How many lines words take, broken between words where they can be. */
function linesOf(words: string, width: number): number {
  if (words.length < width && !words.includes("\n")) return 1;
  return words.split("\n").reduce((lines, paragraph) => {
    let left = 0;
    let here = 1;
    for (const { length } of paragraph.split(" ")) {
      const isNext = left > 0 && left + 1 + length > width;
      if (isNext) here += 1;
      const at = isNext || left === 0 ? length : left + 1 + length;
      here += Math.floor(Math.max(at - 1, 0) / width);
      left = at > width ? at % width : at;
    }
    return lines + here;
  }, 0);
}
