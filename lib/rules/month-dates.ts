import { type Day, dayAfter } from "#lib/rules/day";
import { dateName } from "#lib/rules/moment";
import { addMonths, type Month, monthName } from "#lib/rules/month";
import { nthWorkingDay } from "#lib/rules/working-days";

/** By when a month's figures and its commentary are due. */
export type MonthDates = { figuresDue: Day; commentaryDue: Day };

/** On which working day after a month's end each is due. */
export type MonthRule = { figuresDay: number; commentaryDay: number };

/** Until an organisation says otherwise: two weeks for the figures, and one more for what explains them. */
export const usualRule: MonthRule = { figuresDay: 10, commentaryDay: 15 };

/** The latest working day that a rule may name. */
export const latestDay = 60;

export function proposedDates(month: Month, rule: MonthRule, holidays: ReadonlySet<string>): MonthDates {
  return {
    figuresDue: nthWorkingDay(month, rule.figuresDay, holidays),
    commentaryDue: nthWorkingDay(month, rule.commentaryDay, holidays),
  };
}

/** Why a month cannot have these dates, by the field that is wrong; null when it can. */
export function whyNotDates(
  month: Month,
  { figuresDue, commentaryDue }: MonthDates,
): { field: keyof MonthDates; message: string } | null {
  const first = dayAfter(month);
  const end = dayAfter(addMonths(month, 12));
  if (figuresDue < first) {
    return {
      field: "figuresDue",
      message: `${monthName(month)} has not ended on ${dateName(figuresDue)}: its figures are due on ${dateName(first)} or later.`,
    };
  }
  if (commentaryDue < figuresDue) {
    return {
      field: "commentaryDue",
      message: `The commentary cannot be due on ${dateName(commentaryDue)}, before the figures, which are due on ${dateName(figuresDue)}.`,
    };
  }
  if (commentaryDue >= end) {
    const field = figuresDue >= end ? "figuresDue" : "commentaryDue";
    const day = field === "figuresDue" ? figuresDue : commentaryDue;
    return { field, message: `${dateName(day)} is more than a year after ${monthName(month)} has ended.` };
  }
  return null;
}
