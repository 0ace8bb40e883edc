import Big from "big.js";
import type { Unit } from "#db/vocabulary";
import { type Month, monthName, monthNames } from "#lib/rules/month";
import { type Asked, oneOf, passagesOf } from "#lib/rules/said/asked";
import { figureWord, othersWords } from "#lib/rules/said/claim-words";
import { monthNamed, monthsNamedIn } from "#lib/rules/said/months-named";
import type { TableFacts } from "#lib/rules/said/table-facts";

const percent = /(?<![\d.,/–-])(\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent\b)(?!\s*(?:points?|of the time))/gi;
const amount = (others: string) =>
  new RegExp(
    `(?<=${figureWord}[^\\d;:]{0,40}?\\b(?:is|was|at|to|from|of|reached)\\s+)£?\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![\\d%/]|[.,]\\d|\\s?(?:%|${others}out|of|to|weeks|months|years|${monthNames.join("|")}))`,
    "gi",
  );
const [counted, rated, timed] = [amount("per|days|"), amount("days|"), amount("per|")];
const amounts: Partial<Record<Unit, RegExp[]>> = {
  "rate per 1,000": [rated],
  "rate per 10,000": [rated],
  days: [timed],
  pounds: [rated],
};
const bare = new RegExp(
  `(?<=${figureWord}[^\\d;:]{0,40}?\\b(?:is|was|at|reached)\\s+)\\d+(?:\\.\\d+)?(?=\\s*(?:[,;)]|\\.(?!\\d)|$|this month|compared|against))`,
  "gi",
);
const others = new RegExp(oneOf(othersWords), "i");

/** Numbers that a sentence gives as the indicator's and the table does not have. */
export function numbersIn(sentence: string, facts: TableFacts): Asked[] {
  if (others.test(sentence)) return [];
  const given = facts.figures.flatMap(({ value }) => value ?? []);
  const now = facts.figures.find(({ month }) => month === facts.month)?.value ?? null;
  if (now === null) return [];
  const known = [
    ...given,
    ...facts.others.flatMap((typed) => typed.match(/\d+(?:\.\d+)?/g) ?? []),
    ...(facts.unit === "percent" ? given.map((value) => Big(100).minus(value).toFixed()) : []),
    ...given.map((value) => Big(now).minus(value).abs().toFixed()),
    "0",
    "100",
  ];
  const expressions = { percent: [percent, bare], ...amounts }[facts.unit] ?? [counted];
  const found = expressions.flatMap((expression) => passagesOf(sentence, expression));
  const own = found.length === 1 ? ownIn(sentence, facts) : null;
  return found.flatMap(({ passage }) => {
    const text = passage.replace(/[^\d.]/g, "").replace(/\.$/, "");
    if (own) {
      const isIt = [own.value, "0", "100"].some((value) => isRounded(value, text));
      return isIt ? [] : { passage, why: `The table has ${own.value} for ${monthName(own.month)}.` };
    }
    return known.some((value) => isRounded(value, text))
      ? []
      : { passage, why: `The table has ${now} for ${monthName(facts.month)}, and no such figure before.` };
  });
}

// With one of these a sentence may tell of another figure than the month's: one before, a difference, what is left of a share.
const compares =
  /\b(?:from|last|previous|previously|before|earlier|than|compared|since|by|band|late|not|without|outside|remaining|other|over|average|between|quarter|year|or|n['’]t|points?|best|worst|highest|lowest)\b|n['’]t\b/i;

/** The figure of which a sentence with one number tells: of the month that it names, or of the present one; null where it may be another's. */
function ownIn(sentence: string, { month, figures }: TableFacts): { month: Month; value: string } | null {
  const named = [...new Set(monthsNamedIn(sentence, month).map((each) => each.month))];
  if (compares.test(sentence.replace(monthNamed, "")) || named.length > 1) return null;
  const asked = named[0] ?? month;
  const value = figures.find((each) => each.month === asked)?.value ?? null;
  return value === null ? null : { month: asked, value };
}

/** Whether a number is another one, rounded to as many decimals as it is given with. */
function isRounded(value: string, given: string): boolean {
  const decimals = given.split(".")[1]?.length ?? 0;
  return Big(value).round(decimals, Big.roundHalfUp).eq(given);
}
