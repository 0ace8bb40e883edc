import Big from "big.js";
import { gained } from "#lib/rules/better";
import { addMonths, type Month, monthName } from "#lib/rules/month";
import { type Asked, oneOf } from "#lib/rules/said/asked";
import { extremes, ofFigures } from "#lib/rules/said/claimed/claim-words";
import type { Sentence } from "#lib/rules/said/claimed/clauses";
import { type MonthNamed, monthsNamedIn } from "#lib/rules/said/claimed/months-named";
import type { Given } from "#lib/rules/said/claimed/spans";
import { claimsBy } from "#lib/rules/said/claimed/ways";
import { numbersTold } from "#lib/rules/small/numbers-told";

const kinds = Object.entries(extremes).map(([kind, words]) => ({
  kind: kind as keyof typeof extremes,
  expression: new RegExp(`(?<!\\b(?:second|third|next|one of (?:the|our)) )${oneOf(words)}`, "gi"),
}));
const figured = new RegExp(`^\\s*(?:$|[.,;)]|(?:\\w+ )?(?:${ofFigures.join("|")})\\b)`, "i");

/** Where a sentence says that the figure is the highest or the best of all before it, or since a month, and it is not. */
export function extremesIn(sentence: Sentence): Asked[] {
  const { facts } = sentence;
  const { month } = facts;
  const given = facts.figures.filter((each): each is Given => each.value !== null && each.month <= month);
  const now = given.find((each) => each.month === month);
  if (!now) return [];
  const since = sinceIn(sentence.words, month);
  const others = given.filter((each) => each !== now && (!since || each.month > since));
  const isOfEarlier = (named: MonthNamed) => named.by !== "since" && named.month < month;
  const exceeds: Record<keyof typeof extremes, (value: string) => boolean> = {
    highest: (value) => Big(value).gt(now.value),
    lowest: (value) => Big(value).lt(now.value),
    best: (value) => gained(now.value, value, facts)?.gt(0) ?? false,
    worst: (value) => gained(now.value, value, facts)?.lt(0) ?? false,
  };
  return kinds.flatMap(({ kind, expression }) => {
    const other = others.find(({ value }) => exceeds[kind](value));
    if (!other) return [];
    return claimsBy(sentence, expression)
      .filter(({ isDenied, clause, passage }) => {
        const after = clause.text.slice(clause.text.search(expression) + passage.length);
        return !isDenied && figured.test(after) && !monthsNamedIn(clause.text, month).some(isOfEarlier);
      })
      .map(({ passage }) => ({
        passage,
        why: `${monthName(month)} has ${now.value}, and ${monthName(other.month)} had ${other.value}.`,
      }));
  });
}

/** After which month a figure is said to be the highest, null where it is of all: "since September", "for six months", "this year". */
function sinceIn(sentence: string, month: Month): Month | null {
  const named = monthsNamedIn(sentence, month).find((each) => each.by === "since" && each.month < month);
  if (named) return named.month;
  const many = /\b(?:for|in|of)\s+(?:the\s+)?(?:(?:last|past|previous)\s+)?(\w+)\s+months\b/i.exec(sentence)?.[1];
  const back = many && numbersTold(many)[0]?.value.toNumber();
  if (back && back < 1000) return addMonths(month, -back);
  if (!/\bthis (?:financial )?year\b/i.test(sentence)) return null;
  // A year may be the calendar's or the council's, which begins in April: what is in both.
  const begins = month.slice(5) < "04" ? "01" : "04";
  return addMonths(`${month.slice(0, 5)}${begins}` as Month, -1);
}
