import Big from "big.js";
import { gained } from "#lib/rules/better";
import { controlChart, variationOf } from "#lib/rules/control-chart";
import { addMonths, type Month, monthName } from "#lib/rules/month";
import { type Asked, oneOf, passagesOf } from "#lib/rules/said/asked";
import {
  claimWords,
  extremes,
  figureWord,
  multiples,
  noWishes,
  ofFigures,
  ofWork,
  openings,
  wishWords,
} from "#lib/rules/said/claim-words";
import { monthsNamedIn } from "#lib/rules/said/months-named";
import type { TableFacts } from "#lib/rules/said/table-facts";
import { travel } from "#lib/rules/travel";
import { directionWords } from "#lib/rules/which-is-better";

type Given = { month: Month; value: string };

const said = Object.entries(claimWords).map(([kind, words]) => ({ kind: kind as keyof typeof claimWords, words }));
const near = "(?:\\W+\\w+){0,6}?\\W+";
const compared = "\\s+(?:from|since|on|by|to|than|compared|again|this month|in the month|\\d)";
const wish = new RegExp(`${oneOf(wishWords)}(?:\\W+\\w+){0,2}\\W*$`, "i");
const noWish = new RegExp(oneOf(noWishes), "gi");
const isWished = (before: string): boolean => wish.test(before.replace(noWish, ";"));

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
  const went = travel(before.value, now.value, facts);
  const isChance = isCommonCause(facts);
  const course = `from ${before.value} (${monthName(before.month)}) to ${now.value}, and ${directionWords(facts.direction, facts.bands?.bestFirst[0]?.asTyped)}`;
  return claims.flatMap(({ kind, expressions }) => {
    const passages = expressions.flatMap((expression) => passagesOf(sentence, expression));
    const claimed = passages.filter(({ index }) => !isWished(sentence.slice(Math.max(0, index - 60), index)));
    const isTrue = {
      better: went.verdict === null || went.verdict === "improving",
      worse: went.verdict === null || went.verdict === "declining",
      up: went.movement === "up",
      down: went.movement === "down",
      unchanged: Big(now.value).eq(before.value),
    }[kind];
    return claimed.flatMap(({ passage }) => {
      if (!isTrue) return { passage, why: `The figure went ${course}.` };
      const isJudged = kind === "better" || kind === "worse";
      if (!isJudged || !isChance) return [];
      return { passage, why: `The figure went ${course}, but such a change is within what it usually varies by.` };
    });
  });
}

const extremeClaims = Object.entries(extremes).map(([kind, words]) => ({
  kind: kind as keyof typeof extremes,
  expression: new RegExp(
    `(?:${figureWord}${near})${oneOf(words)}|${oneOf(words)}(?=\\s+(?:${ofFigures.join("|")})\\b)`,
    "gi",
  ),
  word: new RegExp(oneOf(words), "i"),
}));

/** Where a sentence says that the figure is the highest or the best of all before it, or since a month, and it is not. */
export function extremesIn(sentence: string, { month, figures, ...aim }: TableFacts): Asked[] {
  const given = figures.filter((each): each is Given => each.value !== null && each.month <= month);
  const now = given.find((each) => each.month === month);
  const since = monthsNamedIn(sentence, month).find((each) => each.by?.toLowerCase() === "since" && each.month < month);
  const others = given.filter((each) => each !== now && (!since || each.month > since.month));
  if (!now || others.length === 0) return [];
  const exceeds: Record<keyof typeof extremes, (value: string) => boolean> = {
    highest: (value) => Big(value).gt(now.value),
    lowest: (value) => Big(value).lt(now.value),
    best: (value) => gained(now.value, value, aim)?.gt(0) ?? false,
    worst: (value) => gained(now.value, value, aim)?.lt(0) ?? false,
  };
  return extremeClaims.flatMap(({ kind, expression, word }) => {
    const other = others.find(({ value }) => exceeds[kind](value));
    if (!other) return [];
    const claimed = passagesOf(sentence, expression).filter(
      ({ index }) => !isWished(sentence.slice(Math.max(0, index - 60), index)),
    );
    return claimed.map(({ passage }) => ({
      passage: word.exec(passage)?.[0] ?? passage,
      why: `${monthName(month)} has ${now.value}, and ${monthName(other.month)} had ${other.value}.`,
    }));
  });
}

const multipleClaims = Object.entries(multiples).map(([words, [least, most]]) => ({
  ...{ least, most },
  expression: new RegExp(`(?<!(?:almost|nearly|more than) )\\b${words}\\b`, "gi"),
}));
const figured = new RegExp(figureWord, "i");

/** Where a sentence says that the figure is so many times what it was, and it is not. */
export function multiplesIn(sentence: string, facts: TableFacts): Asked[] {
  const [before, now] = comparedIn(sentence, facts);
  if (!before || !now || Big(before.value).eq(0) || !figured.test(sentence)) return [];
  const times = Big(now.value).div(before.value).toNumber();
  return multipleClaims.flatMap(({ least, most, expression }) =>
    times >= least && times <= most
      ? []
      : passagesOf(sentence, expression).map(({ passage }) => ({
          passage,
          why: `The figure went from ${before.value} (${monthName(before.month)}) to ${now.value}.`,
        })),
  );
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

function isCommonCause(facts: TableFacts): boolean {
  return variationOf(controlChart(facts.figures, facts.rebasedFrom), facts)?.is === "common cause";
}
