import { addMonths, type Month, monthName, parseMonth } from "#lib/rules/month";
import type { SheetScorecard } from "#lib/scorecards/sheet";

export type SheetRange = { from: Month; to: Month };

export type RangeReading = { ok: true; range: SheetRange } | { ok: false; message: string };

/**
 * Reads the months asked for in an address. Either may be left out; `usual` is what then stands. What cannot be read,
 * runs backwards or lies outside the scorecard's months is refused in words.
 */
export function readRange(
  asked: { from?: string; to?: string },
  { whole, usual }: { whole: SheetRange; usual: SheetRange },
): RangeReading {
  const ends = {
    from: asked.from ? parseMonth(asked.from) : usual.from,
    to: asked.to ? parseMonth(asked.to) : usual.to,
  };
  const { from, to } = ends;
  if (!from || !to) {
    const typed = from ? asked.to : asked.from;
    return { ok: false, message: `“${typed}” is not a month. Give months as 2013-12.` };
  }
  if (from > to) {
    return { ok: false, message: `The months run backwards: ${monthName(from)} is after ${monthName(to)}.` };
  }
  if (from > whole.to || to < whole.from) {
    const [first, last] = [monthName(whole.from), monthName(whole.to)];
    return { ok: false, message: `The scorecard has no such months: it runs from ${first} to ${last}.` };
  }
  return { ok: true, range: { from: from < whole.from ? whole.from : from, to: to > whole.to ? whole.to : to } };
}

type Months = Pick<SheetScorecard, "months" | "plannedMonths">;

/** Every month of a scorecard with something in it, earliest first. */
export function everyMonth({ months, plannedMonths }: Months): Month[] {
  return [...new Set([...months.map(({ month }) => month), ...plannedMonths])].sort();
}

/** The same; while there is none, the first month that it was made for, in which its indicators can be defined already. */
export function everyDefinedMonth(scorecard: Months & Pick<SheetScorecard, "begins">): Month[] {
  const all = everyMonth(scorecard);
  return all.length === 0 && scorecard.begins ? [scorecard.begins] : all;
}

/** From the first month to the last of the plan. */
export function wholeRange(scorecard: Months): SheetRange | null {
  const all = everyMonth(scorecard);
  const [from, to] = [all[0], all.at(-1)];
  return from && to ? { from, to } : null;
}

/** The months shown when nobody chose: up to the last twelve opened, and the plan after them. */
export const usualRange = (scorecard: Months): SheetRange | null => lastOpened(scorecard, 12);

/** The months of one indicator shown when nobody asked for all: up to the last two years opened, and the plan after them. */
export const recentRange = (scorecard: Months): SheetRange | null => lastOpened(scorecard, 24);

function lastOpened(scorecard: Months, count: number): SheetRange | null {
  const whole = wholeRange(scorecard);
  if (!whole) return null;
  const first = addMonths(scorecard.months.at(-1)?.month ?? whole.to, 1 - count);
  return { from: whole.from > first ? whole.from : first, to: whole.to };
}
