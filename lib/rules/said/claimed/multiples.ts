import Big from "big.js";
import { monthName } from "#lib/rules/month";
import type { Asked } from "#lib/rules/said/asked";
import { multiples } from "#lib/rules/said/claimed/claim-words";
import type { Sentence } from "#lib/rules/said/claimed/clauses";
import { spanOf } from "#lib/rules/said/claimed/spans";
import { claimsBy } from "#lib/rules/said/claimed/ways";

const kinds = Object.entries(multiples).map(([words, [least, most]]) => ({
  ...{ least, most },
  expression: new RegExp(`(?<!(?:almost|nearly|more than) )\\b${words}\\b`, "gi"),
}));

/** Where a sentence says that the figure is so many times what it was, and it is not. */
export const multiplesIn = (sentence: Sentence): Asked[] =>
  kinds.flatMap(({ least, most, expression }) =>
    claimsBy(sentence, expression).flatMap(({ passage, isDenied, clause }) => {
      const span = spanOf(clause.text, sentence);
      if (!span || isDenied || Big(span.before.value).eq(0)) return [];
      const { before, now } = span;
      const times = Big(now.value).div(before.value).toNumber();
      if (times >= least && times <= most) return [];
      return { passage, why: `The figure went from ${before.value} (${monthName(before.month)}) to ${now.value}.` };
    }),
  );
