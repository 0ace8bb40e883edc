import { monthName, monthsBetween } from "#lib/rules/month";
import type { Asked } from "#lib/rules/said/asked";
import { figureWord } from "#lib/rules/said/claimed/claim-words";
import { monthNamed, monthsNamedIn } from "#lib/rules/said/claimed/months-named";
import type { TableFacts } from "#lib/rules/said/table-facts";

const figured = new RegExp(`${figureWord}|\\d`, "i");

/** Months of which a sentence tells a figure, and in which none is due. */
export function undueMonthsIn(sentence: string, { month, every }: TableFacts): Asked[] {
  if (every === 1 || !figured.test(sentence.replace(monthNamed, ""))) return [];
  return monthsNamedIn(sentence, month)
    .filter((each) => each.by !== null && each.month <= month && monthsBetween(each.month, month) % every !== 0)
    .map(({ passage, month: named }) => ({
      passage,
      why: `No figure is due for ${monthName(named)}: this one is due every ${every} months.`,
    }));
}
