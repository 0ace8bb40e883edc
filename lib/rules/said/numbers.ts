import Big from "big.js";
import type { Unit } from "#db/vocabulary";
import { monthName, monthNames } from "#lib/rules/month";
import { type Asked, oneOf, passagesOf } from "#lib/rules/said/asked";
import { figureWord, othersWords } from "#lib/rules/said/claim-words";
import type { TableFacts } from "#lib/rules/said/table-facts";

const percent = /(?<![\d.,/–-])(\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent\b)(?!\s*(?:points?|of the time))/gi;
const amount = (others: string) =>
  new RegExp(
    `(?<=${figureWord}[^\\d;:]{0,40}?\\b(?:is|was|at|to|from|of|reached)\\s+)£?\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![\\d%/]|\\.\\d|\\s?(?:%|${others}out|of|to|weeks|months|years|${monthNames.join("|")}))`,
    "gi",
  );
const [counted, rated, timed] = [amount("per|days|"), amount("days|"), amount("per|")];
const amounts: Partial<Record<Unit, RegExp[]>> = {
  "rate per 1,000": [rated],
  "rate per 10,000": [rated],
  days: [timed],
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
  return expressions
    .flatMap((expression) => passagesOf(sentence, expression))
    .flatMap(({ passage }) => {
      const text = passage.replace(/[^\d.]/g, "").replace(/\.$/, "");
      return known.some((value) => isRounded(value, text))
        ? []
        : { passage, why: `The table has ${now} for ${monthName(facts.month)}, and no such figure before.` };
    });
}

/** Whether a number is another one, rounded to as many decimals as it is given with. */
function isRounded(value: string, given: string): boolean {
  const decimals = given.split(".")[1]?.length ?? 0;
  return Big(value).round(decimals, Big.roundHalfUp).eq(given);
}
