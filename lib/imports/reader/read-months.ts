import type { Ask } from "#lib/imports/reader/ask";
import type { Page } from "#lib/imports/reader/find-pages";
import type { MonthColumn } from "#lib/imports/reader/read-heading";
import type { MonthRead } from "#lib/imports/reader/reading";
import { type Month, monthName, nextMonth } from "#lib/rules/month";

/** A page's month columns, told apart: the same month may stand above an actual and a milestone. */
export type PageMonths = { page: Page; actuals: MonthColumn[]; milestones: MonthColumn[] };

/** Where the milestones begin is asked on every page whose labels stand twice; else the heading says it. */
export function splitMonths(page: Page, ask: Ask): PageMonths {
  const { months, milestonesHeading, monthsHeading } = page.columns;
  const again = months.find(({ month }, index) => months.slice(0, index).some((earlier) => earlier.month === month));
  const begin = milestonesHeading ?? again?.column ?? null;
  const split = (from: number | null): PageMonths => ({
    page,
    actuals: months.filter(({ column }) => from === null || column < from),
    milestones: months.filter(({ column }) => from !== null && column >= from),
  });
  if (again === undefined) return split(begin);
  const choices = months.map(({ column }) => column).filter((column) => !repeats(split(column)));
  const answer = ask({
    key: `page ${page.number} milestones`,
    kind: "columns",
    label: `First column of milestones on page ${page.number}`,
    row: page.headingRow,
    column: again.column,
    asItCame: monthsHeading,
    proposed: String(begin),
    about: `${again.label} stands above two columns. The months before this column are read as actuals, from it on as milestones; two figures of a year are of this century.`,
    choices: choices.map(String),
  });
  return split(Number(answer));
}

/** The months that have actuals, in order. */
export function actualMonths(pages: readonly PageMonths[]): Month[] {
  return [...new Set(pages.flatMap(({ actuals }) => actuals.map(({ month }) => month)))].sort();
}

/** The months as the import leaves them: all but the last closed, the last and the one after it open, each asked. */
export function askMonthStates(months: readonly Month[], ask: Ask): MonthRead[] {
  const last = months.at(-1);
  if (last === undefined) return [];
  const doubt = { kind: "month", row: null, column: null, asItCame: "" } as const;
  const asked = months.map((month): MonthRead => {
    const state = ask({
      ...doubt,
      key: `month ${month}`,
      label: monthName(month),
      proposed: month === last ? "open" : "closed",
      about:
        month === last
          ? "The last month with actuals: open, so that its figures can still be given and explained."
          : "An earlier month: closed, so that its figures are locked.",
      choices: ["open", "closed"],
    });
    return { month, state: state === "closed" ? "closed" : "open" };
  });
  const next = nextMonth(last);
  const opened = ask({
    ...doubt,
    key: `month ${next}`,
    label: monthName(next),
    proposed: "open",
    about: "The month after the last actuals. Opened, its returns can begin.",
    choices: ["open", "not opened"],
  });
  return opened === "open" ? [...asked, { month: next, state: "open" }] : asked;
}

function repeats({ actuals, milestones }: PageMonths): boolean {
  const twice = (columns: MonthColumn[]) => new Set(columns.map(({ month }) => month)).size < columns.length;
  return actuals.length === 0 || twice(actuals) || twice(milestones);
}
