import Big from "big.js";
import { type NumberTold, told } from "#lib/rules/small/number-told";
import { belowHundred, phrases } from "#lib/rules/small/number-words";
import { plainWords } from "#lib/rules/small/plain-words";
import { writtenIn } from "#lib/rules/small/written-in";

const tens = [...belowHundred].flatMap(([word, n]) => (n >= 20 && word.endsWith("y") ? word : [])).join("|");
const units = [...belowHundred].flatMap(([word, n]) => (n > 0 && n < 10 ? word : [])).join("|");
const runTogether = new RegExp(`\\b(${tens})(?=(?:${units})\\b)`, "gi");

/** Every number that words tell: in digits, written out, as an ordinal, a part of a whole or so many in so many. */
export function numbersTold(words: string): NumberTold[] {
  const text = plainWords(words).replace(runTogether, "$1-");
  const found = [...digitsIn(text), ...writtenIn(text)].sort((one, other) => one.at - other.at);
  return [...ratiosIn(text, found), ...found, ...phrasesIn(text)].sort((one, other) => one.at - other.at);
}

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
