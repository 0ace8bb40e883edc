import Big from "big.js";
import type { Unit } from "#db/vocabulary";
import { controlChart, variationOf } from "#lib/rules/control-chart";
import { monthName } from "#lib/rules/month";
import { type Asked, oneOf } from "#lib/rules/said/asked";
import { claimWords } from "#lib/rules/said/claimed/claim-words";
import type { Sentence } from "#lib/rules/said/claimed/clauses";
import { type Span, spanOf } from "#lib/rules/said/claimed/spans";
import { claimsBy } from "#lib/rules/said/claimed/ways";
import type { TableFacts } from "#lib/rules/said/table-facts";
import { type Travel, travel } from "#lib/rules/travel";
import { directionWords } from "#lib/rules/which-is-better";

type Way = keyof typeof claimWords;

const ways = Object.entries(claimWords).map(([way, words]) => ({
  way: way as Way,
  expression: new RegExp(oneOf(words), "gi"),
}));
const comparative = /^(?:better|worse|higher|lower)$/i;

/** What a sentence says of the way the figure went, and it went another, or no way but by chance. */
export function directionsIn(sentence: Sentence): Asked[] {
  const { facts } = sentence;
  return ways.flatMap(({ way, expression }) =>
    claimsBy(sentence, expression).flatMap(({ passage, isDenied, clause }) => {
      const span = spanOf(clause.text, sentence);
      if (!span) return [];
      const isJudged = way === "better" || way === "worse";
      if (isDenied && !isJudged && way !== "up" && way !== "down") return [];
      const { before, now } = span;
      const isPresent = now.month === facts.month;
      // "It was higher in November" is of now as well, and compares nothing that can be told.
      if (!isPresent && comparative.test(passage)) return [];
      const went = travel(before.value, now.value, facts);
      if (isJudged && went.verdict === null) return [];
      const course = `from ${before.value} (${monthName(before.month)}) to ${now.value}${isPresent ? "" : ` (${monthName(now.month)})`}, and ${directionWords(facts.direction, facts.bands?.bestFirst[0]?.asTyped)}`;
      const isChance = isPresent && isCommonCause(facts);
      const isSo = isTrue(way, went, span, facts.unit) || (way === "steady" && isChance);
      if (isSo === isDenied)
        return isDenied && isJudged && isChance ? [] : { passage, why: `The figure went ${course}.` };
      if (isDenied || !isJudged || !isChance) return [];
      return { passage, why: `The figure went ${course}, but such a change is within what it usually varies by.` };
    }),
  );
}

function isTrue(way: Way, { verdict, movement, by }: Travel, { before }: Span, unit: Unit): boolean {
  switch (way) {
    case "better":
      return verdict === "improving";
    case "worse":
      return verdict === "declining";
    case "unchanged":
      return movement === "level";
    case "steady":
      return Big(by).lte(unit === "percent" ? 5 : Big(before.value).abs().div(10)) || Big(by).lte(1);
    default:
      return movement === way;
  }
}

function isCommonCause(facts: TableFacts): boolean {
  return variationOf(controlChart(facts.figures, facts.rebasedFrom), facts)?.is === "common cause";
}
