import { plainTyped } from "#lib/rules/figure";
import { type Month, parseMonth, parseMonthLabel } from "#lib/rules/month";

// What may stand beside a month above a column of figures.
const beside = /\b(?:actuals?|figures?|values?|results?|outturn)\b|[()%:]/gi;
const dayBefore = /^\d{1,2}(?:st|nd|rd|th)?[ \-/.]+(?=[a-z])/i;
const timeAfter = /[ T]\d{1,2}:\d{2}(?::\d{2})?$/;

/**
 * Reads a month as people write it above a column, or a spreadsheet shows it: "Dec-13", "December 2013", "2013-12",
 * "12/2013", "01/12/2013" (the day first), "31 Dec 2013". Null for anything else, a fraction such as "9/12" too.
 */
export function readMonthHeading(text: string): Month | null {
  const plain = plainTyped(text).replace(timeAfter, "").replace(beside, " ").replace(/ +/g, " ").trim();
  const named = parseMonthLabel(plain.replace(dayBefore, "").replace(/[/.,]+ ?/g, " "));
  if (named) return named;
  const [, isoYear, isoMonth] = /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?$/.exec(plain) ?? [];
  if (isoYear && isoMonth) return monthOf(isoYear, isoMonth);
  const [, month, year] =
    /^(?:\d{1,2}[-/.])?(\d{1,2})[-/.](\d{4})$/.exec(plain) ?? /^\d{1,2}[-/.](\d{1,2})[-/.](\d{2})$/.exec(plain) ?? [];
  return month && year ? monthOf(year.length === 2 ? `20${year}` : year, month) : null;
}

/** Whether a heading is the bare name of a month, "January" or "Jan (actual)", which is read as a month of one year alone: the return's. */
export function isNameOfMonth(text: string, month: Month): boolean {
  const plain = plainTyped(text).replace(beside, " ").trim();
  return parseMonthLabel(`${plain} ${month.slice(0, 4)}`) === month;
}

const monthOf = (year: string, month: string) => parseMonth(`${year}-${month.padStart(2, "0")}`);
