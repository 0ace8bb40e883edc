import { type ConditionalRule, type CellStyle as HucreStyle, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { type CellRule, type CellStyle, cellName } from "#lib/exports/cell";
import type { Workbook } from "#lib/exports/workbook";
import { unzip } from "#lib/exports/zip";

// In characters: wider ones are printed on several pages beside each other, each with the sheet's frozen columns.
const widestPage = 400;
const longestFooter = 230;
const lineColour = "D5DBE3";
const font = { name: "Calibri", size: 11 };

/** What is known of a sheet when its rows are written: how many they are, and by what rules they look. */
export type SheetEnd = { rows: number; rules: readonly CellRule[] };

/** A workbook without its rows: what stands before and after those of each sheet, the numbers of its styles, its other parts. */
export type Frame = {
  sheets: { name: string; head: string; tail: string }[];
  styleNumber: (style: string) => number;
  others: [name: string, text: string][];
};

/**
 * All of a workbook but its rows, which are too many to hold, as hucre writes it; this file alone knows hucre. One row with
 * a cell in each style tells their numbers.
 */
export async function frameOf(book: Workbook, ends: readonly SheetEnd[]): Promise<Frame> {
  const styles = Object.entries(book.styles);
  const bytes = await writeXlsx({
    stringMode: "inline",
    defaultFont: font,
    properties: { title: book.title, description: book.about, creator: book.madeBy, created: book.madeAt },
    sheets: book.sheets.map((sheet, index): WriteSheet => {
      const end = ends[index]!;
      return {
        name: sheet.name,
        columns: sheet.widths.map((width) => ({ width })),
        freezePane: sheet.frozen,
        cells: new Map(
          index > 0 ? [] : styles.map(([, style], at) => [`0,${at}`, { value: "", style: hucreStyle(style) }]),
        ),
        conditionalRules: end.rules.map(hucreRule),
        ...(sheet.headings && end.rows > sheet.headings
          ? { autoFilter: { range: `A${sheet.headings}:${cellName(sheet.widths.length - 1, end.rows)}` } }
          : {}),
        pageSetup: {
          paperSize: "a3",
          orientation: "landscape",
          fitToPage: true,
          fitToWidth: Math.ceil(sheet.widths.reduce((sum, width) => sum + width, 0) / widestPage),
          fitToHeight: 0,
          ...(sheet.headings ? { printTitlesRow: `$${sheet.headings}:$${sheet.headings}` } : {}),
          ...(sheet.frozen.columns
            ? { printTitlesColumn: `$A:$${cellName(sheet.frozen.columns - 1, 0).slice(0, -1)}` }
            : {}),
        },
        headerFooter: { oddFooter: `&L${footerWords(book.about)}&RPage &P of &N` },
      };
    }),
  });
  const parts = unzip(bytes);
  const sheets = book.sheets.map((_, index) => {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    const [, head, sample = "", tail] =
      /^(.*?)<sheetData(?:\/>|>(.*)<\/sheetData>)(.*)$/s.exec(
        parts.get(name)?.replace(/<dimension [^>]*>/, "") ?? "",
      ) ?? [];
    if (head === undefined || tail === undefined) throw new Error(`The workbook has no rows in ${name}.`);
    parts.delete(name);
    return { name, head, sample, tail };
  });
  const found = [...sheets[0]!.sample.matchAll(/<c [^>]*?\bs="(\d+)"/g)].map(([, number]) => Number(number));
  const numbers = new Map(styles.map(([name], index) => [name, found[index]]));
  return {
    sheets,
    others: [...parts],
    styleNumber: (style) => {
      const number = numbers.get(style);
      if (number === undefined) throw new Error(`The workbook has no style ${style}.`);
      return number;
    },
  };
}

/** A spreadsheet says that a file is broken whose footer is longer than 255 signs. */
function footerWords(words: string): string {
  const written = words.toWellFormed().replaceAll("&", "&&");
  return written.length > longestFooter ? `${written.slice(0, longestFooter - 1).replace(/&+$/, "")}…` : written;
}

const hucreRule = ({ row, from, to, holds, style }: CellRule, index: number): ConditionalRule => ({
  type: "expression",
  range: `${cellName(from, row)}:${cellName(to, row)}`,
  formula: holds(cellName(from, row)),
  priority: index + 1,
  stopIfTrue: true,
  // A rule's fill is what lies behind its pattern.
  style: {
    font: { bold: style.bold ?? false, ...(style.colour && { color: { rgb: style.colour } }) },
    ...(style.fill && { fill: { type: "pattern", pattern: "solid", bgColor: { rgb: style.fill } } }),
  },
});

function hucreStyle({ format, bold, wrap, indent, ruled, fill, colour }: CellStyle): HucreStyle {
  return {
    ...(format && { numFmt: format }),
    font: { ...font, ...(bold && { bold }), ...(colour && { color: { rgb: colour } }) },
    ...(fill && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fill } } }),
    ...(ruled && { border: { bottom: { style: "thin", color: { rgb: lineColour } } } }),
    alignment: { vertical: "top", ...(wrap && { wrapText: true }), ...(indent && { horizontal: "left", indent: 1 }) },
  };
}
