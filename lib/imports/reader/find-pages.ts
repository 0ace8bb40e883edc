import { type Columns, readHeading } from "#lib/imports/reader/read-heading";
import type { Notice, Problem } from "#lib/imports/reader/reading";
import { isBlank, type Row } from "#lib/imports/reader/split-rows";
import { parseMonthLabel } from "#lib/rules/month";

export type Page = { number: number; headingRow: number; columns: Columns; rows: Row[] };

/** The pages of a scorecard, each known by its two heading rows, however those are wrapped. */
export function findPages(rows: readonly Row[]): { pages: Page[]; notices: Notice[]; problems: Problem[] } {
  const notices: Notice[] = [];
  const problems: Problem[] = [];
  const starts = rows.flatMap((row, index) =>
    row.fields.some((field) => field.trim() === "PI Ref") ? [hasMonths(row) ? index - 1 : index] : [],
  );
  const first = starts[0];
  if (first === undefined || first < 0) {
    const message = 'No heading was found: a page begins with two heading rows, one of which has a cell "PI Ref".';
    return { pages: [], notices, problems: [{ row: 1, column: null, asItCame: start(rows), message }] };
  }
  for (const row of rows.slice(0, first)) {
    if (!isBlank(row)) problems.push(outside(row));
  }
  const pages = starts.flatMap((from, index) => {
    const [upper, lower, ...body] = rows.slice(from, starts[index + 1]);
    if (upper === undefined || lower === undefined) return [];
    const columns = readHeading(upper, lower, { problems, notices });
    return columns === null ? [] : [{ number: index + 1, headingRow: lower.row, columns, rows: body }];
  });
  return { pages, notices, problems };
}

function hasMonths(row: Row): boolean {
  return row.fields.some((field) => parseMonthLabel(field) !== null);
}

function outside(row: Row): Problem {
  return { row: row.row, column: 1, asItCame: start([row]), message: "This row stands above the first heading." };
}

function start(rows: readonly Row[]): string {
  return (rows[0]?.fields.join(" ").trim() ?? "").slice(0, 60);
}
