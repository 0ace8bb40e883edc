import Big from "big.js";
import type { Direction, Unit } from "#db/vocabulary";
import { controlChart, type SeriesPoint, variationOf } from "#lib/rules/control-chart";
import { addMonths, type Month, monthName, monthsBetween, parseMonthLabel } from "#lib/rules/month";
import { type Asked, eitherCase, oneOf, passagesOf, sentencesOf } from "#lib/rules/said/asked";
import { claimWords, figureWords, ofWork, openings, othersWords, wishWords } from "#lib/rules/said/claim-words";
import { travel } from "#lib/rules/travel";

/** What the table says of a cell, which a comment on it is read against. */
export type TableFacts = {
  month: Month;
  unit: Unit;
  direction: Direction;
  /** A figure is due every so many months. */
  every: number;
  /** The indicator's figures by the months in which they were due, oldest first, up to this one. */
  figures: readonly SeriesPoint[];
  /** What else the table has of it, as typed: its bands, its milestones, its benchmark. */
  others: readonly string[];
};

type Given = { month: Month; value: string };

/** What a comment claims that the table does not bear out, each passage once. */
export function claimsIn(words: string, facts: TableFacts): Asked[] {
  const found = sentencesOf(words).flatMap((sentence) => [
    ...directionsIn(sentence, facts),
    ...numbersIn(sentence, facts),
    ...monthsIn(sentence, facts),
  ]);
  return [...new Map(found.map((asked) => [asked.passage, asked])).values()];
}

const said = Object.entries(claimWords).map(([kind, words]) => ({ kind: kind as keyof typeof claimWords, words }));
const subject = oneOf(figureWords);
const near = "(?:\\W+\\w+){0,6}?\\W+";
const compared = "\\s+(?:from|since|on|by|to|than|compared|again|this month|in the month|\\d)";
const wish = new RegExp(`${oneOf(wishWords)}(?:\\W+\\w+){0,2}\\W*$`, "i");

/** Where a sentence says that the figure went one way, and not that it should. */
const claims = said.map(({ kind, words }) => ({
  kind,
  expressions: [
    // "performance has improved", "the rate is up"
    new RegExp(`(?<=${subject}${near})${oneOf(words)}`, "gi"),
    // "down from 72", "better than last month", "an improvement on November"
    new RegExp(`${oneOf(words)}(?=${compared}\\b)`, "gi"),
    // "Improved", "Up again"
    new RegExp(`(?<=^(?:${openings.join("|")})*)${oneOf(words)}(?!\\s+(?:${ofWork.join("|")})\\b)`, "gi"),
  ],
}));

function directionsIn(sentence: string, facts: TableFacts): Asked[] {
  const [before, now] = comparedIn(sentence, facts);
  if (!before || !now) return [];
  const went = travel(before.value, now.value, facts.direction);
  const isChance = isCommonCause(facts);
  const isBetter = facts.direction === "higher" ? "higher" : "lower";
  const course = `from ${before.value} (${monthName(before.month)}) to ${now.value}, and ${isBetter} is better`;
  const found = claims.flatMap(({ kind, expressions }) => {
    const passages = expressions.flatMap((expression) => passagesOf(sentence, expression));
    const claimed = passages.filter(({ index }) => !wish.test(sentence.slice(Math.max(0, index - 60), index)));
    const isTrue = {
      better: went.verdict === "improving",
      worse: went.verdict === "declining",
      up: went.movement === "up",
      down: went.movement === "down",
    }[kind];
    return claimed.flatMap(({ passage, index }) => {
      if (!isTrue) return { passage, index, why: `The figure went ${course}.` };
      const isJudged = kind === "better" || kind === "worse";
      if (!isJudged || !isChance) return [];
      return {
        passage,
        index,
        why: `The figure went ${course}, but such a change is within what it usually varies by.`,
      };
    });
  });
  // Of two that say the same of one place, the first.
  return [...new Map(found.map((each) => [each.passage, each])).values()].map(({ passage, why }) => ({ passage, why }));
}

/** The two figures that a sentence compares: this month's, with that of a month it names, or with the one before. */
function comparedIn(sentence: string, { month, figures }: TableFacts): [Given | undefined, Given | undefined] {
  const given = figures.filter((each): each is Given => each.value !== null);
  const now = given.find((each) => each.month === month);
  const named = namedIn(sentence, month).filter((each) => each.month < month);
  const isOverYear =
    /\b(?:last year|over the (?:last |past )?(?:year|twelve months|12 months)|year[- ]on[- ]year|a year ago)\b/i.test(
      sentence,
    );
  const since = isOverYear ? addMonths(month, -12) : named[0]?.month;
  const before = since ? given.find((each) => each.month === since) : given.findLast((each) => each.month < month);
  return [before, now];
}

function isCommonCause({ figures, direction }: TableFacts): boolean {
  return variationOf(controlChart(figures), direction)?.is === "common cause";
}

const percent = /(?<![\d.,/–-])(\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent\b)(?!\s*(?:points?|of the time))/gi;
const counted = new RegExp(
  `(?<=${subject}[^\\d;:]{0,40}?\\b(?:is|was|at|to|from|of|reached)\\s+)\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![\\d%/]|\\s?(?:%|per|out|of|to|days|weeks|months|years|January|February|March|April|May|June|July|August|September|October|November|December))`,
  "gi",
);
const others = new RegExp(oneOf(othersWords), "i");

/** Numbers that a sentence gives as the indicator's and the table does not have. */
function numbersIn(sentence: string, facts: TableFacts): Asked[] {
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
  return passagesOf(sentence, facts.unit === "percent" ? percent : counted).flatMap(({ passage }) => {
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

const aMonth = "(January|February|March|April|May|June|July|August|September|October|November|December)";
const monthNamed = new RegExp(
  `\\b(?:(${["in", "for", "of", "during", "since", "on", "from", "than", "with"].map(eitherCase).join("|")})\\s+)?` +
    `${aMonth}(?:\\s+(\\d{4}))?\\b(?!\\s+(?:to|and)\\s+${aMonth})`,
  "g",
);

/** The months that a sentence names; one without a year is the last of that name up to a month. */
function namedIn(sentence: string, month: Month): { month: Month; passage: string; by: string | null }[] {
  return [...sentence.matchAll(monthNamed)].flatMap(([, by, name, year]) => {
    const latest = [0, 1]
      .map((back) => parseMonthLabel(`${name} ${Number(month.slice(0, 4)) - back}`)!)
      .find((each) => each <= month);
    const named = year ? parseMonthLabel(`${name} ${year}`) : (latest ?? null);
    return named ? [{ month: named, passage: year ? `${name} ${year}` : name!, by: by ?? null }] : [];
  });
}

const figured = new RegExp(`${subject}|\\d`, "i");

/** Months of which a sentence tells a figure, and in which none is due. */
function monthsIn(sentence: string, { month, every }: TableFacts): Asked[] {
  if (every === 1 || !figured.test(sentence.replace(monthNamed, ""))) return [];
  return namedIn(sentence, month)
    .filter((each) => each.by !== null && each.month <= month && monthsBetween(each.month, month) % every !== 0)
    .map(({ passage, month: named }) => ({
      passage,
      why: `No figure is due for ${monthName(named)}: this one is due every ${every} months.`,
    }));
}
