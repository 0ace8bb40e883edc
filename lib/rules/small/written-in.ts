import Big from "big.js";
import { type NumberTold, told } from "#lib/rules/small/number-told";
import { belowHundred, multiples } from "#lib/rules/small/number-words";

type Token = { word: string; at: number; ends: number };
type Read = { numbers: NumberTold[]; next: number };

/** Numbers that are written out. */
export function writtenIn(text: string): NumberTold[] {
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
function readFrom(text: string, tokens: readonly Token[], start: number): Read | null {
  const between = (index: number) => text.slice(tokens[index - 1]?.ends ?? 0, tokens[index]?.at);
  const joins = (index: number) => index < tokens.length && /^(?: |-|, )$/.test(between(index));
  const apart: NumberTold[] = [];
  let [whole, part, next] = [Big(0), null as Big | null, start];
  for (let index = start; index === start || joins(index); index++) {
    const { word, at, ends } = tokens[index]!;
    if (index > start && word === "and" && joins(index + 1) && isAnd(tokens, index)) continue;
    const [below, times] = [belowHundred.get(word), multiples.get(word)];
    const isBegun = part !== null;
    // After a comma only what is less than a thousand goes on.
    if (isBegun && between(index) === ", ") break;
    if (below !== undefined && (part === null || takes(part, below))) {
      // Of "the twenty five" may be late.
      if (part !== null && part.mod(100).gt(0) && between(index) === " ") {
        const { at: begins, ends: stops } = tokens[index - 1]!;
        apart.push(told(text, begins, stops, part.mod(100)), told(text, at, ends, Big(below)));
      }
      part = (part ?? Big(0)).plus(below);
    } else if (times !== undefined && (isBegun || (index === start && isOne(tokens[index - 1], word)))) {
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
  const decimals = decimalsFrom(tokens, next);
  const after = next + (decimals ? decimals.length + 1 : 0);
  const value = whole.plus(part ?? 0).plus(`0.${decimals || "0"}`);
  const number = told(text, tokens[start]!.at, tokens[after - 1]!.ends, value, decimals.length);
  return { numbers: [...apart, number], next: after };
}

/** Of "a hundred and one". */
const isAnd = (tokens: readonly Token[], index: number): boolean =>
  multiples.has(tokens[index - 1]!.word) && belowHundred.has(tokens[index + 1]!.word);

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
