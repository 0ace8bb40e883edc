import { atMonth, type Held } from "#lib/rules/at-month";
import { type DueRule, isDue } from "#lib/rules/due";
import { addMonths, type Month, monthName, monthsBetween } from "#lib/rules/month";

/** When an indicator is kept and due: the versions of each, with the months in which they hold. */
export type DueFacts = { definitions: readonly Held[]; dueRules: readonly (DueRule & Held)[] };

/** Whether an indicator is due in a month, and why or why not, in words that go on after its ref. */
export type WhyDue = { isDue: boolean; words: string };

/** Without a definition it is not on the scorecard in that month; without a due rule nobody asks for its figure. */
export function whyDue({ definitions, dueRules }: DueFacts, month: Month): WhyDue {
  if (!atMonth(definitions, month)) return { isDue: false, words: beyond(definitions, month, "is kept") };
  const rule = atMonth(dueRules, month);
  if (!rule) return { isDue: false, words: beyond(dueRules, month, "is due") };
  if (isDue(rule, month)) return { isDue: true, words: `due ${often(rule)}` };
  return { isDue: false, words: notDueWords(rule, month, rule.lastMonth) };
}

/** "due every three months from March 2013, next in March 2014", of a month in which the rule asks for nothing. */
export function notDueWords(rule: DueRule, month: Month, lastMonth: Month = lastOfAll): string {
  const next = nextDue(rule, month);
  return `due ${often(rule)}${next <= lastMonth ? `, next in ${monthName(next)}` : ", no more by this rule"}`;
}

const lastOfAll: Month = "9999-12";

/** "every month", "every three months from March 2013" */
function often({ every, fromMonth }: DueRule): string {
  if (every === 1) return "every month";
  return `${every === 12 ? "once a year" : `every ${every === 3 ? "three" : every} months`} from ${monthName(fromMonth)}`;
}

function nextDue({ fromMonth, every }: DueRule, month: Month): Month {
  if (month < fromMonth) return fromMonth;
  return addMonths(month, every - (monthsBetween(fromMonth, month) % every));
}

/** What held before and ended, or begins later, or never did. */
function beyond(versions: readonly Held[], month: Month, said: "is kept" | "is due"): string {
  const before = versions.map(({ lastMonth }) => lastMonth).filter((last) => last < month);
  const after = versions.map(({ firstMonth }) => firstMonth).filter((first) => first > month);
  const [last, first] = [before.toSorted().at(-1), after.toSorted().at(0)];
  if (first) return `not before ${monthName(first)}`;
  if (last) return `ended after ${monthName(last)}`;
  return said === "is due" ? "nothing says that it is due" : "it has no definition";
}
