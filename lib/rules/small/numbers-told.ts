import Big from "big.js";
import { belowHundred, multiples, phrases } from "#lib/rules/small/number-words";
import { plainWords } from "#lib/rules/small/plain-words";

/** A number that some words tell, to so many decimals, and where. */
export type NumberTold = { passage: string; value: Big; decimals: number; at: number; ends: number };

type Token = { word: string; at: number; ends: number };

const tens = [...belowHundred].flatMap(([word, n]) => (n >= 20 && word.endsWith("y") ? word : [])).join("|");
const units = [...belowHundred].flatMap(([word, n]) => (n > 0 && n < 10 ? word : [])).join("|");
const runTogether = new RegExp(`\\b(${tens})(?=(?:${units})\\b)`, "gi");

/** Every number that words tell: in digits, written out, as an ordinal, a part of a whole or so many in so many. */
export function numbersTold(words: string): NumberTold[] {
  const text = plainWords(words).replace(runTogether, "$1-");
  const found = [...digitsIn(text), ...writtenIn(text)].sort((one, other) => one.at - other.at);
  return [...ratiosIn(text, found), ...found, ...phrasesIn(text)].sort((one, other) => one.at - other.at);
}

const told = (text: string, at: number, ends: number, value: Big, decimals = 0): NumberTold => ({
  ...{ passage: text.slice(at, ends), value, decimals, at, ends },
});

/** Thousands apart by commas or blanks are one number; where blanks are between them, they may be two as well. */
function digitsIn(text: string): NumberTold[] {
  const found = (expression: RegExp) =>
    [...text.matchAll(expression)].map(({ 0: passage, index }) => {
      const typed = passage.replace(/[, ]/g, "");
      return told(text, index, index + passage.length, Big(typed), typed.split(".")[1]?.length ?? 0);
    });
  return [
    ...found(/(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g),
    ...found(/(?<!\d)\d{1,3}(?: \d{3})+(?!\d)(?:\.\d+)?/g),
  ];
}

const phrasesIn = (text: string): NumberTold[] =>
  phrases.flatMap(({ said, value }) =>
    [...text.matchAll(said)].map(({ 0: passage, index }) => told(text, index, index + passage.length, Big(value))),
  );

const inSoMany = /^ (?:in|(?:out )?of) (?:the |every |all )?$|^ ?\/ ?$/;

/** So many in so many, as a part of a hundred, of numbers as they stand. */
function ratiosIn(text: string, found: readonly NumberTold[]): NumberTold[] {
  return found.flatMap((one, index) => {
    const ratios: NumberTold[] = [];
    for (const other of found.slice(index + 1, index + 6)) {
      if (other.at <= one.ends || other.value.eq(0) || !inSoMany.test(text.slice(one.ends, other.at))) continue;
      ratios.push(told(text, one.at, other.ends, one.value.times(100).div(other.value)));
    }
    return ratios;
  });
}

function writtenIn(text: string): NumberTold[] {
  const tokens: Token[] = [...text.matchAll(/\d+(?:\.\d+)?|\p{L}+/gu)].map(({ 0: word, index }) => ({
    ...{ word: word.toLowerCase(), at: index, ends: index + word.length },
  }));
  const found: NumberTold[] = [];
  for (let next = 0; next < tokens.length; ) {
    const read = readFrom(text, tokens, next);
    found.push(...(read?.numbers ?? []));
    next = read?.next ?? next + 1;
  }
  return found;
}

/** The number that is written out from a word on, as far as it goes, and after which word it ends. */
function readFrom(
  text: string,
  tokens: readonly Token[],
  start: number,
): { numbers: NumberTold[]; next: number } | null {
  const between = (index: number) => text.slice(tokens[index - 1]?.ends ?? 0, tokens[index]?.at);
  const joins = (index: number) => index < tokens.length && /^(?: |-|, )$/.test(between(index));
  const numbers: NumberTold[] = [];
  let [whole, part, next] = [Big(0), null as Big | null, start];
  for (let index = start; index === start || joins(index); index++) {
    const and = index > start && tokens[index]!.word === "and" && multiples.has(tokens[index - 1]!.word);
    if (and && joins(index + 1) && belowHundred.has(tokens[index + 1]!.word)) continue;
    const { word, at, ends } = tokens[index]!;
    const [below, times] = [belowHundred.get(word), multiples.get(word)];
    const isApart = between(index) === ", ";
    if (
      below !== undefined &&
      (part === null || takes(part, below)) &&
      (!isApart || index === start || part === null)
    ) {
      // Of "the twenty five" may be late.
      if (part !== null && part.mod(100).gt(0) && between(index) === " ") {
        numbers.push(
          told(text, tokens[index - 1]!.at, tokens[index - 1]!.ends, part.mod(100)),
          told(text, at, ends, Big(below)),
        );
      }
      part = (part ?? Big(0)).plus(below);
    } else if (times !== undefined && (part === null ? index === start && isOne(tokens[index - 1], word) : !isApart)) {
      part = (part ?? Big(1)).times(times);
      if (times >= 1000) [whole, part] = [whole.plus(part), null];
    } else if (index === start && /^\d/.test(word) && multiples.has(tokens[index + 1]?.word ?? "")) {
      part = Big(word);
    } else {
      break;
    }
    next = index + 1;
  }
  if (next === start) return null;
  const value = whole.plus(part ?? 0);
  const decimals = decimalsFrom(tokens, next);
  const ends = tokens[next + decimals.length - (decimals ? 0 : 1)]!.ends;
  numbers.push(told(text, tokens[start]!.at, ends, value.plus(`0.${decimals || "0"}`), decimals.length));
  return { numbers, next: next + (decimals ? decimals.length + 1 : 0) };
}

/** "A score" is a number, and the score of something is none. */
const isOne = (before: Token | undefined, word: string): boolean => word !== "score" || before?.word === "a";

/** After hundreds anything below goes, after tens only what is below ten. */
const takes = (part: Big, below: number): boolean =>
  below > 0 && (part.mod(100).eq(0) ? part.gt(0) : part.mod(10).eq(0) && part.mod(100).gte(20) && below < 10);

/** The digits that are written out after a point. */
function decimalsFrom(tokens: readonly Token[], next: number): string {
  if (tokens[next]?.word !== "point") return "";
  let digits = "";
  for (const { word } of tokens.slice(next + 1)) {
    const digit = word === "oh" || word === "nought" ? 0 : belowHundred.get(word);
    if (digit === undefined || digit > 9) break;
    digits += digit;
  }
  return digits;
}
