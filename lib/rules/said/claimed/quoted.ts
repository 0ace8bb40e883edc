import Big from "big.js";
import type { Unit } from "#db/vocabulary";
import { monthNames } from "#lib/rules/month";
import { passagesOf } from "#lib/rules/said/asked";
import { figureWord } from "#lib/rules/said/claimed/claim-words";
import { inWords, parts } from "#lib/rules/said/claimed/number-words";
import { numbersTold } from "#lib/rules/small/numbers-told";

/** A number that a sentence gives, where, and whether it may be said of a figure. */
export type Quoted = { passage: string; index: number; mayBe: (figure: string) => boolean };

const percent = new RegExp(
  `(?<![\\d.,/–-])(?:\\d{1,3}(?:\\.\\d+)?\\s?(?:%|per ?cent\\b)|\\b${inWords}\\s+per ?cent\\b)(?!\\s*(?:points?|of the time))`,
  "gi",
);
const amount = (others: string) =>
  new RegExp(
    `(?<=${figureWord}(?:[^\\d;:]|\\d+ (?:days|months|years)){0,60}?\\b(?:is|was|at|to|from|of|reached)\\s+(?:(?:now|currently|still|just|only)\\s+)?)£?\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![\\d%/]|[.,]\\d|\\s?(?:%|${others}out|of|to|weeks|months|years|${monthNames.join("|")}))`,
    "gi",
  );
const [counted, rated, timed] = [amount("per|days|"), amount("days|"), amount("per|")];
const amounts: Partial<Record<Unit, RegExp[]>> = {
  "rate per 1,000": [rated],
  "rate per 10,000": [rated],
  days: [timed],
  pounds: [rated],
};
const bareNumber = new RegExp(
  `(?<=${figureWord}[^\\d;:]{0,40}?\\b(?:is|was|at|reached)\\s+(?:(?:now|currently|still|just|only)\\s+)?)\\d+(?:\\.\\d+)?(?=\\s*(?:[,;)]|\\.(?!\\d)|$|this month|compared|against))`,
  "gi",
);

const number = `(?:\\d{1,3}(?:\\.\\d+)?|${inWords})`;
const range = new RegExp(
  `(?:\\bbetween\\s+${number}(?:\\s?%|\\s+per ?cent)?\\s+and\\s+|(?<=\\b(?:is|was|are|were|at|in|of)\\s+)${number}(?:\\s?%)?\\s?(?:[-–]|to)\\s?)${number}(?:\\s?%|\\s+per ?cent\\b)`,
  "gi",
);
const part = new RegExp(`(?<![\\d.,/–-])\\b${parts}\\b`, "gi");

/** The numbers that a sentence gives in a unit, in digits, in words, as a range or as a part of a whole. */
export function quotedIn(sentence: string, unit: Unit): Quoted[] {
  if (unit !== "percent")
    return (amounts[unit] ?? [counted]).flatMap((expression) => passagesOf(sentence, expression).map(exactly));
  const ranges = passagesOf(sentence, range).map(between);
  const rest = sentence.replace(range, (passage) => "·".repeat(passage.length));
  return [
    ...ranges,
    ...[percent, bareNumber].flatMap((expression) => passagesOf(rest, expression).map(exactly)),
    ...passagesOf(rest, part).map(roughly),
  ];
}

type Found = { passage: string; index: number };

function exactly(found: Found): Quoted {
  const given = numberIn(found.passage);
  const decimals = /\.(\d+)/.exec(found.passage)?.[1]?.length ?? 0;
  // Rounded as it is given, or given before it was rounded.
  const mayBe = (figure: string) =>
    Big(figure).round(decimals, Big.roundHalfUp).eq(given) ||
    given.round(figure.split(".")[1]?.length ?? 0, Big.roundHalfUp).eq(figure);
  return { ...found, mayBe };
}

function between(found: Found): Quoted {
  const [low, high] = numbersTold(found.passage)
    .map(({ value }) => value)
    .sort((one, other) => one.cmp(other));
  return { ...found, mayBe: (figure) => Big(figure).gte(low ?? figure) && Big(figure).lte(high ?? figure) };
}

/** "Two thirds" may be said of 68 as of 64. */
function roughly(found: Found): Quoted {
  const given = writtenIn(found.passage);
  return { ...found, mayBe: (figure) => Big(figure).minus(given).abs().lte(4) };
}

/** "Two thirds" is told of two and of thirds, too: what tells most of the words. */
const writtenIn = (passage: string): Big =>
  numbersTold(passage).toSorted((one, other) => other.passage.length - one.passage.length)[0]?.value ?? Big(0);

const numberIn = (passage: string): Big => {
  const digits = passage.replace(/[^\d.]/g, "").replace(/\.$/, "");
  return digits ? Big(digits) : writtenIn(passage);
};
