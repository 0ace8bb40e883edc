import { figureKind } from "#lib/rules/figure-kind";
import { type Month, monthName } from "#lib/rules/month";

/** Of a month's due figures, how many are in, and for how many a reason is given why there is none. */
export type MonthIn = { month: Month; due: number; figures: number; reasons: number };

/** One that is hidden from whoever looks is a figure all the same. */
type Cell = Parameters<typeof figureKind>[0] & { small?: string };

const kindOf = (cell: Cell) => (cell.small ? "figure" : figureKind(cell));

/** Of each month, how many figures of these indicators are due and how many of those are in, or said why not. */
export const monthsIn = (
  months: readonly Month[],
  indicators: readonly { cells: ReadonlyMap<Month, Cell> }[],
): MonthIn[] =>
  months.map((month) => {
    const kinds = indicators.flatMap(({ cells }) => cells.get(month) ?? []).map(kindOf);
    const due = kinds.filter((kind) => kind !== "not due");
    const figures = due.filter((kind) => kind === "figure").length;
    return { month, due: due.length, figures, reasons: due.filter((kind) => kind !== "blank").length - figures };
  });

const isHalfIn = ({ due, figures, reasons }: MonthIn) => figures > 0 && figures * 2 >= due - reasons;

/**
 * The month to lead with, of those opened, earliest first: the last with at least half of the figures that it can have;
 * while no month has as many, the last with any; else the last.
 */
export function leadingMonth(months: readonly MonthIn[]): Month | null {
  const leading = months.findLast(isHalfIn) ?? months.findLast(({ figures }) => figures > 0) ?? months.at(-1);
  return leading?.month ?? null;
}

/** The months from the leading one on that have some of their figures but not half; where none has any, the first of them. */
export function monthsComingIn(months: readonly MonthIn[], leading: Month): MonthIn[] {
  const coming = months.filter((each) => each.month >= leading && each.due > 0 && !isHalfIn(each));
  const begun = coming.filter((each) => given(each) > 0);
  return begun.length > 0 ? begun : coming.slice(0, 1);
}

/** "January 2014: 4 of 16 in" */
export const comingInWords = (each: MonthIn): string => `${monthName(each.month)}: ${given(each)} of ${each.due} in`;

const given = ({ figures, reasons }: MonthIn) => figures + reasons;
