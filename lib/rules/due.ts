import { type Month, monthsBetween } from "#lib/rules/month";

/** How often a figure is due: every so many months counted from the first, to the last if there is one. */
export type DueRule = { fromMonth: Month; every: number; toMonth: Month | null };

/** Whether a figure is due in a month by the rule that holds then; without a rule none is. */
export function isDue(rule: DueRule | null, month: Month): boolean {
  if (!rule || month < rule.fromMonth) return false;
  if (rule.toMonth !== null && month > rule.toMonth) return false;
  return monthsBetween(rule.fromMonth, month) % rule.every === 0;
}
