import { type Column, columns, isMet, type Line, sayLimit } from "#bench/lines";

const digits: Partial<Record<Column, number>> = { ratio: 2, statements: 0, unnamed: 0, entries: 3 };

const said = (column: Column, number: number | undefined): string => {
  if (number === undefined || Number.isNaN(number)) return "";
  const places = digits[column] ?? (Math.abs(number) < 100 ? 1 : 0);
  return number.toLocaleString("en-GB", { minimumFractionDigits: places, maximumFractionDigits: places });
};

/** Lines as a table in Markdown, with the columns that any of them has, and beside each limit whether it is met. */
export function tableOf(lines: readonly Line[]): string {
  const shown = columns.filter((column) => lines.some(({ numbers }) => numbers[column] !== undefined));
  const isLimited = lines.some(({ limits }) => limits);
  const rows = lines.map(({ what, numbers, limits = [] }) => [
    what,
    ...shown.map((column) => said(column, numbers[column])),
    ...(isLimited ? [limits.map((limit) => `${sayLimit(limit)} ${isMet(limit, numbers) ? "✓" : "✗"}`).join("; ")] : []),
  ]);
  return align([["", ...shown, ...(isLimited ? ["must reach"] : [])], ...rows]);
}

/** Cells padded, so that the text can be read as it is. */
function align(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(3, ...rows.map((row) => (row[at] ?? "").length)));
  const text = (row: string[], fill = " ") =>
    `| ${widths.map((width, at) => (row[at] ?? "").padEnd(width, fill)).join(" | ")} |`;
  const [heading = [], ...others] = rows;
  return [text(heading), text([], "-"), ...others.map((row) => text(row))].join("\n");
}
