import type { Page } from "#lib/imports/reader/find-pages";
import type { Columns } from "#lib/imports/reader/read-heading";
import type { Notice, Problem } from "#lib/imports/reader/reading";
import { isBlank, type Row } from "#lib/imports/reader/split-rows";

/** What a row under a heading is. The pieces are the cells that a text was cut into. */
export type Line =
  | { kind: "indicator"; row: Row; page: Page; ref: string }
  | { kind: "comment"; row: Row; page: Page; pieces: string[] }
  | { kind: "title"; row: Row; page: Page; pieces: string[] };

export type IndicatorLine = Extract<Line, { kind: "indicator" }>;

/** Every row of the pages as what it is; a row that is none of them is a problem. */
export function sortRows(pages: readonly Page[]): { lines: Line[]; notices: Notice[]; problems: Problem[] } {
  const lines: Line[] = [];
  const notices: Notice[] = [];
  const problems: Problem[] = [];
  for (const page of pages) {
    for (const row of page.rows.filter((each) => !isBlank(each))) {
      const line = sortRow(row, page);
      if ("message" in line) problems.push(line);
      else if (line.kind === "comment" && line.pieces.length === 0) {
        const words = "A comment row without words; nothing comes from it.";
        notices.push({ row: row.row, column: page.columns.ref, words });
      } else lines.push(line);
    }
  }
  return { lines, notices, problems };
}

/** The text of a cell, by the column counted from 1. */
export function fieldAt(row: Row, column: number): string {
  return (row.fields[column - 1] ?? "").trim();
}

function sortRow(row: Row, page: Page): Line | Problem {
  const { columns } = page;
  if (row.fields.length !== columns.width) {
    const message = `This row has ${row.fields.length} columns; the heading of its page has ${columns.width}.`;
    return { row: row.row, column: Math.min(row.fields.length, columns.width), asItCame: "", message };
  }
  const ref = fieldAt(row, columns.ref);
  if (/^comments?$/i.test(ref))
    return { kind: "comment", row, page, pieces: pieces(row.fields.slice(columns.measure - 1)) };
  if (/^[1-9]\d{0,2}\.\d{1,3}[a-z]?$/.test(ref)) return { kind: "indicator", row, page, ref };
  if (!hasFigures(row, columns) && fieldAt(row, columns.theme) !== "") {
    return { kind: "title", row, page, pieces: pieces(row.fields) };
  }
  const message =
    ref === ""
      ? "This row has no PI ref."
      : `"${ref}" is not a PI ref such as 2.3, nor is this a comment or a section title.`;
  return { row: row.row, column: columns.ref, asItCame: ref, message };
}

function hasFigures(row: Row, { benchmark, bands, months }: Columns): boolean {
  const columns = [benchmark, ...bands, ...months].map(({ column }) => column);
  return columns.some((column) => /\d/.test(fieldAt(row, column)));
}

/** The cells of a text, as they came, up to the last that has any. */
function pieces(fields: readonly string[]): string[] {
  return fields.slice(0, fields.findLastIndex((field) => field.trim() !== "") + 1);
}
