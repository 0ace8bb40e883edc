import { type Cell, cellName } from "#lib/exports/cell";
import { rowHeight } from "#lib/exports/row-height";
import type { Workbook } from "#lib/exports/workbook";

type Sheet = { widths: readonly number[]; styles: Workbook["styles"]; styleNumber: (style: string) => number };

/** A row of a worksheet. Words are words whatever they begin with: only an element that is never written makes a formula. */
export function rowXml(cells: readonly Cell[], row: number, { widths, styles, styleNumber }: Sheet): string {
  const written = cells.map((cell, column) => {
    if (!cell) return "";
    const style = cell.style ? ` s="${styleNumber(cell.style)}"` : "";
    const at = `<c r="${cellName(column, row)}"${style}`;
    if ("number" in cell) return `${at}><v>${cell.number}</v></c>`;
    if ("month" in cell) return `${at}><v>${dayNumber(cell.month)}</v></c>`;
    return `${at} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell.words)}</t></is></c>`;
  });
  const height = rowHeight(cells, widths, styles);
  return `<row r="${row}"${height === null ? "" : ` ht="${height}"`}>${written.join("")}</row>`;
}

/** A month's first day as a spreadsheet counts days. */
const dayNumber = (month: string) => (Date.parse(`${month}-01T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

/** The most characters that a spreadsheet's cell holds. */
const longest = 32_767;

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

/** Words as XML: what it cannot carry is written as a spreadsheet writes it, and so is what would be read as that. */
export function xmlText(words: string): string {
  const whole = words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
  return whole
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => (isCarried(sign) ? sign : `_x${fourDigits(sign)}_`))
    .replace(/[&<>\r]/g, (mark) => marks[mark]!);
}

const isCarried = (sign: string) => "\t\n\r".includes(sign) || (sign >= " " && sign < "\uFFFE");
const fourDigits = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
