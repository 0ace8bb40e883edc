import { atMonth, type Held } from "#lib/rules/at-month";
import { addMonths, type Month, monthName, monthsBetween, previousMonth } from "#lib/rules/month";

/** How often a figure is due: every so many months counted from the first. */
export type DueRule = { fromMonth: Month; every: number };

/** The months between two figures of an indicator that is due once a year: no figure is compared with an older one. */
export const longestPeriod = 12;

/** Whether a figure is due in a month by the rule that holds then; without a rule none is. */
export function isDue(rule: DueRule | null, month: Month): boolean {
  return rule !== null && month >= rule.fromMonth && monthsBetween(rule.fromMonth, month) % rule.every === 0;
}

/**
 * The last month before another in which a figure was due, each month by the rule that held then: what a figure is
 * compared with. Null if none was within the longest period back.
 */
export function previousDue(rules: readonly (DueRule & Held)[], month: Month): Month | null {
  for (let back = 1; back <= longestPeriod; back++) {
    const earlier = addMonths(month, -back);
    if (isDue(atMonth(rules, earlier), earlier)) return earlier;
  }
  return null;
}

/** The previous due month that several indicators have in common; null when they differ, or there is none. */
export function sharedPrevious(previous: readonly (Month | null)[]): Month | null {
  const [first, ...others] = new Set(previous.filter((month) => month !== null));
  return first && others.length === 0 ? first : null;
}

/** "since last month", "since September 2013": since a month's previous due month. */
export function sinceWords(previous: Month, month: Month): string {
  return previous === previousMonth(month) ? "since last month" : `since ${monthName(previous)}`;
}
