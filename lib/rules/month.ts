import type { Month } from "#db/vocabulary";

export type { Month };

export type MonthState = "not opened" | "open" | "closed" | "published";

export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Reads "2013-12" and nothing else: a path segment, a form field, a column. */
export function parseMonth(text: string): Month | null {
  return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : null;
}

/** Reads a source's heading such as "Dec-13", "Sept 2013" or "December 2013"; two digits are of this century. */
export function parseMonthLabel(label: string): Month | null {
  const read = /^\s*([a-z]{3,9})\.?[\s\-–’']*(\d{2}|\d{4})\s*$/i.exec(label);
  if (!read) return null;
  const [, word = "", year = ""] = read;
  const typed = word.toLowerCase();
  const index = monthNames.findIndex((name) => {
    const whole = name.toLowerCase();
    return typed === whole || typed === whole.slice(0, 3) || (whole === "september" && typed === "sept");
  });
  if (index < 0) return null;
  return parseMonth(`${year.length === 2 ? `20${year}` : year}-${String(index + 1).padStart(2, "0")}`);
}

export function addMonths(month: Month, count: number): Month {
  return fromOrdinal(ordinal(month) + count);
}

export const nextMonth = (month: Month): Month => addMonths(month, 1);

export const previousMonth = (month: Month): Month => addMonths(month, -1);

/** How many months on from one month another is: negative when it is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return ordinal(to) - ordinal(from);
}

/** Every month from the first to the last, both included; none when the last is earlier. */
export function monthRange(from: Month, to: Month): Month[] {
  return Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, index) => addMonths(from, index));
}

/** "December 2013" */
export function monthName(month: Month): string {
  return `${nameOf(month)} ${month.slice(0, 4)}`;
}

/** "Dec 13" */
export function monthShort(month: Month): string {
  return `${nameOf(month).slice(0, 3)} ${month.slice(2, 4)}`;
}

/** What a month's state follows from; that there is an edition of it, for whoever tells published from closed. */
type MonthFacts = { openedAt: unknown; closedAt: unknown; isPublished?: boolean };

/** The state of a scorecard's month follows from its facts; a month nobody has opened has none. */
export function monthState(facts: MonthFacts | null | undefined): MonthState {
  if (!facts?.openedAt) return "not opened";
  if (!facts.closedAt) return "open";
  return facts.isPublished ? "published" : "closed";
}

/** A month stays closed when it is published. */
export const isClosed = (state: MonthState): boolean => state === "closed" || state === "published";

function nameOf(month: Month): string {
  return monthNames[Number(month.slice(5)) - 1] ?? month;
}

function ordinal(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function fromOrdinal(count: number): Month {
  // Wider than what is read: the months round an address's earliest are worked out too.
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}` as Month;
}
