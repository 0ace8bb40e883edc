import type { Found, Problem } from "#lib/imports/reader/reading";
import type { Row } from "#lib/imports/reader/split-rows";
import { type Month, parseMonthLabel } from "#lib/rules/month";

export type MonthColumn = { column: number; label: string; month: Month };

/** A band's column, with what its heading may be read as: in the lower row, in the upper, or wrapped over both. */
export type BandHeading = { column: number; heading: string; readings: string[] };

/** Where each thing stands on a page, by columns counted from 1. */
export type Columns = {
  theme: number;
  actionPlan: number;
  ref: number;
  measure: number;
  benchmark: { column: number; heading: string };
  /** From left to right. */
  bands: BandHeading[];
  months: MonthColumn[];
  /** The heading over the months as it came, and where in it the milestones begin. */
  monthsHeading: string;
  milestonesHeading: number | null;
  width: number;
};

/** The columns of a page by its two heading rows, or null where they name too few, which is a problem. */
export function readHeading(upper: Row, lower: Row, { problems, notices }: Found): Columns | null {
  const width = lower.fields.length;
  const headings = lower.fields.map((field, index) => [(upper.fields[index] ?? "").trim(), field.trim()]);
  const rows = `The heading on rows ${upper.row} and ${lower.row}`;
  const problem = (message: string, column: number | null = null, asItCame = "") =>
    problems.push({ row: lower.row, column, asItCame, message });
  const find = (name: string, matches: (parts: string[]) => boolean): number => {
    const found = headings.flatMap((parts, index) => (matches(parts) ? [index + 1] : []));
    const [column, again] = found;
    if (column === undefined) problem(`${rows} has no column "${name}".`);
    else if (again !== undefined) problem(`${rows} has two columns "${name}", ${column} and ${again}.`, again, name);
    return column ?? 0;
  };
  const before = problems.length;
  if (upper.fields.length !== width) {
    problem(
      `The two heading rows differ: row ${upper.row} has ${upper.fields.length} columns and row ${lower.row} has ${width}.`,
    );
  }
  const theme = find("Theme", (parts) => parts.some((part) => part.length > 3 && "Theme".startsWith(part)));
  const columns = {
    theme,
    actionPlan: find("Action Plan", (parts) => parts.includes("Action Plan")),
    ref: find("PI Ref", (parts) => parts.includes("PI Ref")),
    measure: find("Measure", (parts) => parts.includes("Measure")),
    benchmark: find("Neigh Av", (parts) => parts.some((part) => /^(stat )?neigh/i.test(part))),
  };
  const firstMonth = headings.findIndex(([, label = ""]) => parseMonthLabel(label) !== null);
  const bands = bandHeadings(headings, Math.max(...Object.values(columns)), firstMonth);
  if (bands.length === 0) problem(`${rows} has no bands between "Neigh Av" and the months.`);
  const months = readMonths(headings, bands.at(-1)?.column ?? 0, lower.row, problems);
  if (problems.length > before) return null;

  const asItCame = headings[theme - 1]?.find((part) => part.length > 3) ?? "";
  if (asItCame !== "Theme") {
    notices.push({ row: lower.row, column: theme, words: `The heading "${asItCame}" is cut; it is read as Theme.` });
  }
  const milestones = headings.findIndex((parts) => parts.includes("Milestones")) + 1;
  return {
    ...columns,
    benchmark: { column: columns.benchmark, heading: (headings[columns.benchmark - 1] ?? []).join(" ").trim() },
    bands,
    months,
    monthsHeading: headings
      .slice(firstMonth)
      .map(([over = "", label = ""]) => `${over} ${label}`.trim())
      .filter((text) => text !== "")
      .join(" | "),
    milestonesHeading: milestones > 0 ? milestones : null,
    width,
  };
}

/** What is headed after the columns that have names of their own, and before the first month. */
function bandHeadings(headings: string[][], after: number, firstMonth: number): BandHeading[] {
  return headings.flatMap(([over = "", label = ""], index) => {
    const readings = [label, over, `${over} ${label}`.trim()].filter((text) => text !== "");
    const [heading] = readings;
    return heading && index >= after && (index < firstMonth || firstMonth < 0)
      ? [{ column: index + 1, heading, readings }]
      : [];
  });
}

function readMonths(headings: string[][], after: number, row: number, problems: Problem[]): MonthColumn[] {
  const months = headings.flatMap((parts, index): MonthColumn[] => {
    const [over = "", label = ""] = parts;
    if (index < after || (over === "" && label === "")) return [];
    const month = parseMonthLabel(label);
    if (month !== null) return [{ column: index + 1, label, month }];
    const message = `"${label}" is not a month. After the bands every column is headed by a month, such as Dec-13.`;
    problems.push({ row, column: index + 1, asItCame: label, message });
    return [];
  });
  if (months.length === 0) {
    problems.push({ row, column: null, asItCame: "", message: "The heading names no month after the bands." });
  }
  return months;
}
