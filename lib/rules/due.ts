import { type Month, monthsBetween } from "#lib/rules/month";

/** How often a figure is due: every so many months counted from the first. */
export type DueRule = { fromMonth: Month; every: number };

/** Whether a figure is due in a month by the rule that holds then; without a rule none is. */
export function isDue(rule: DueRule | null, month: Month): boolean {
  return rule !== null && month >= rule.fromMonth && monthsBetween(rule.fromMonth, month) % rule.every === 0;
}
