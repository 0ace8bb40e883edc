import { addMonths, type Month, monthName, parseMonth } from "#lib/rules/month";

export type SheetRange = { from: Month; to: Month };

export type RangeReading = { ok: true; range: SheetRange | null } | { ok: false; message: string };

const longest = 36;

/** Reads the months asked for in an address. Both may be left out; what cannot be read, or runs backwards, is refused in words. */
export function readRange(asked: { from?: string; to?: string }, whole: SheetRange | null): RangeReading {
  if (!whole) return { ok: true, range: null };
  const [from, to] = [readEnd(asked.from, whole.from), readEnd(asked.to, whole.to)];
  for (const [end, typed] of [
    [from, asked.from],
    [to, asked.to],
  ] as const) {
    if (!end) return { ok: false, message: `“${typed}” is not a month. Give months as 2013-12.` };
  }
  if (!from || !to) return { ok: true, range: whole };
  if (from > to) {
    return { ok: false, message: `The months run backwards: ${monthName(from)} is after ${monthName(to)}.` };
  }
  if (addMonths(from, longest) <= to) {
    return { ok: false, message: `That is more than ${longest} months. Choose a shorter range.` };
  }
  return { ok: true, range: { from, to } };
}

/** The months shown when nobody chose: up to the last twelve opened, and the plan after them. */
export function usualRange(openedMonths: readonly Month[], plannedMonths: readonly Month[]): SheetRange | null {
  const all = [...openedMonths, ...plannedMonths].sort();
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return null;
  const lastOpened = [...openedMonths].sort().at(-1) ?? last;
  const yearBack = addMonths(lastOpened, -11);
  return { from: first > yearBack ? first : yearBack, to: last };
}

const readEnd = (typed: string | undefined, fallback: Month): Month | null => (typed ? parseMonth(typed) : fallback);
