import type { Kept } from "#bench/kept";
import { type Column, columns, isMet, type Line, sayLimit } from "#bench/lines";

const digits: Partial<Record<Column, number>> = {
  ratio: 2,
  "CPU ratio": 2,
  statements: 0,
  unnamed: 0,
  failed: 0,
  entries: 3,
};

const said = (column: Column, number: number | undefined): string => {
  if (number === undefined || Number.isNaN(number)) return "";
  const places = digits[column] ?? (Math.abs(number) < 100 ? 1 : 0);
  return number.toLocaleString("en-GB", { minimumFractionDigits: places, maximumFractionDigits: places });
};

/** What hangs least on the machine and on what else it did, and so can be compared with another day's. */
const compared: ReadonlySet<Column> = new Set(["ratio", "CPU ratio", "kB", "flight kB", "statements", "unnamed"]);

/**
 * Lines as a table in Markdown, with the columns that any of them has, and beside each limit whether it is met. What was
 * kept stands in brackets where it was another.
 */
export function tableOf(lines: readonly Line[], kept: Kept = new Map()): string {
  const shown = columns.filter((column) => lines.some(({ numbers }) => numbers[column] !== undefined));
  const isLimited = lines.some(({ limits }) => limits);
  const rows = lines.map(({ what, numbers, limits = [] }) => [
    what,
    ...shown.map((column) => {
      const [now, then] = [said(column, numbers[column]), kept.get(what)?.get(column)];
      return compared.has(column) && then && then !== now ? `${now} (${then})` : now;
    }),
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
