import { firstDay } from "#lib/rules/day";
import { dateName } from "#lib/rules/moment";
import { addMonths, type Month, monthName, monthRange, monthsBetween, nextMonth } from "#lib/rules/month";

/** The month after the last one opened; null where none was. */
export function nextToOpen(opened: readonly Month[]): Month | null {
  const last = opened.toSorted().at(-1);
  return last ? nextMonth(last) : null;
}

/** The months that nobody opened between this one and the nearest opened before it, or, where none is, after it. */
export function gapBeside(opened: readonly Month[], month: Month): Month[] {
  const sorted = opened.toSorted();
  const before = sorted.findLast((each) => each < month);
  if (before) return monthRange(nextMonth(before), addMonths(month, -1));
  const after = sorted.find((each) => each > month);
  return after ? monthRange(nextMonth(month), addMonths(after, -1)) : [];
}

/** "This leaves a gap: January and February 2014 ..."; null where it leaves none. */
export function gapWords(opened: readonly Month[], month: Month): string | null {
  const gap = gapBeside(opened, month);
  const [first, last] = [gap.at(0), gap.at(-1)];
  if (!first || !last) return null;
  if (first === last) return `This leaves a gap: ${monthName(first)} has not been opened.`;
  const count = monthsBetween(first, last) + 1;
  return `This leaves a gap: the ${count} months from ${monthName(first)} to ${monthName(last)} have not been opened.`;
}

/** Why a month cannot be opened yet; null once it has begun. */
export function whyNotYet(month: Month, today: string): string | null {
  const first = firstDay(month);
  return first > today ? `${monthName(month)} has not begun: it can be opened from ${dateName(first)} on.` : null;
}
