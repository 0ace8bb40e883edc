import { controlChart, variationOf } from "#lib/rules/control-chart";
import { addMonths, type Month, monthName } from "#lib/rules/month";
import { type Asked, oneOf, passagesOf } from "#lib/rules/said/asked";
import { claimWords, figureWord, ofWork, openings, wishWords } from "#lib/rules/said/claim-words";
import { monthsNamedIn } from "#lib/rules/said/months-named";
import type { TableFacts } from "#lib/rules/said/table-facts";
import { travel } from "#lib/rules/travel";

type Given = { month: Month; value: string };

const said = Object.entries(claimWords).map(([kind, words]) => ({ kind: kind as keyof typeof claimWords, words }));
const near = "(?:\\W+\\w+){0,6}?\\W+";
const compared = "\\s+(?:from|since|on|by|to|than|compared|again|this month|in the month|\\d)";
const wish = new RegExp(`${oneOf(wishWords)}(?:\\W+\\w+){0,2}\\W*$`, "i");

/** Where a sentence says that the figure went one way, and not that it should. */
const claims = said.map(({ kind, words }) => ({
  kind,
  expressions: [
    // "performance has improved", "the rate is up"
    new RegExp(`(?<=${figureWord}${near})${oneOf(words)}`, "gi"),
    // "down from 72", "better than last month", "an improvement on November"
    new RegExp(`${oneOf(words)}(?=${compared}\\b)`, "gi"),
    // "Improved", "Up again"
    new RegExp(`(?<=^(?:${openings.join("|")})*)${oneOf(words)}(?!\\s+(?:${ofWork.join("|")})\\b)`, "gi"),
  ],
}));

/** What a sentence says of the way the figure went, and it went another, or no way but by chance. */
export function directionsIn(sentence: string, facts: TableFacts): Asked[] {
  const [before, now] = comparedIn(sentence, facts);
  if (!before || !now) return [];
  const went = travel(before.value, now.value, facts.direction);
  const isChance = isCommonCause(facts);
  const course = `from ${before.value} (${monthName(before.month)}) to ${now.value}, and ${facts.direction} is better`;
  return claims.flatMap(({ kind, expressions }) => {
    const passages = expressions.flatMap((expression) => passagesOf(sentence, expression));
    const claimed = passages.filter(({ index }) => !wish.test(sentence.slice(Math.max(0, index - 60), index)));
    const isTrue = {
      better: went.verdict === "improving",
      worse: went.verdict === "declining",
      up: went.movement === "up",
      down: went.movement === "down",
    }[kind];
    return claimed.flatMap(({ passage }) => {
      if (!isTrue) return { passage, why: `The figure went ${course}.` };
      const isJudged = kind === "better" || kind === "worse";
      if (!isJudged || !isChance) return [];
      return { passage, why: `The figure went ${course}, but such a change is within what it usually varies by.` };
    });
  });
}

/** The two figures that a sentence compares: this month's, with that of a month it names, or with the one before. */
function comparedIn(sentence: string, { month, figures }: TableFacts): [Given | undefined, Given | undefined] {
  const given = figures.filter((each): each is Given => each.value !== null);
  const now = given.find((each) => each.month === month);
  const named = monthsNamedIn(sentence, month).filter((each) => each.month < month);
  const isOverYear =
    /\b(?:last year|over the (?:last |past )?(?:year|twelve months|12 months)|year[- ]on[- ]year|a year ago)\b/i.test(
      sentence,
    );
  const since = isOverYear ? addMonths(month, -12) : named[0]?.month;
  const before = since ? given.find((each) => each.month === since) : given.findLast((each) => each.month < month);
  return [before, now];
}

function isCommonCause({ figures, rebasedFrom, direction }: TableFacts): boolean {
  return variationOf(controlChart(figures, rebasedFrom), direction)?.is === "common cause";
}
