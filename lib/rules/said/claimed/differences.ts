import Big from "big.js";
import { monthName } from "#lib/rules/month";
import { type Asked, passagesOf } from "#lib/rules/said/asked";
import type { Sentence } from "#lib/rules/said/claimed/clauses";
import { spanOf } from "#lib/rules/said/claimed/spans";
import { stretchOf } from "#lib/rules/said/claimed/stretches";

const moved =
  "up|down|rise|rose|risen|rises|increas\\w+|fall|fell|fallen|falls|drop\\w*|decreas\\w+|reduc\\w+|improv\\w+|declin\\w+|gain\\w*|lower|higher|better|worse|climb\\w*|dip\\w*";
const points = /(?<![\d.,/–-])\d{1,3}(?:\.\d+)?[\s-]?(?:(?:percentage|per ?cent)[\s-])?points?\b/gi;
const hasMoved = new RegExp(`\\b(?:${moved})\\b`, "i");
/** How far it is from something else that a figure is no way to another figure of it. */
const apart = /\b(?:above|below|ahead|short|away|off|behind|between|each|every|worth|than\s+(?!in|last|at|it))\b/i;
const bare = new RegExp(
  `(?<=\\b(?:${moved})\\s+(?:by\\s+)?)\\d+(?:\\.\\d+)?(?=\\s*(?:[,;)]|\\.(?!\\d)|$)|\\s+(?:on|from|since|this|compared|in|during|to)\\b)`,
  "gi",
);

/** By how much a sentence says that the figure moved, and it moved by another number. */
export function differencesIn(sentence: Sentence): Asked[] {
  const { facts } = sentence;
  const expressions = facts.unit === "percent" ? [points, bare] : [bare];
  return expressions
    .flatMap((expression) => passagesOf(sentence.words, expression))
    .flatMap(({ passage, index }) => {
      const { said, clause, isOwn } = stretchOf(sentence, index, index + passage.length);
      const span = isOwn && hasMoved.test(clause) && !apart.test(said) ? spanOf(clause, sentence) : null;
      if (!span) return [];
      const { before, now } = span;
      const by = Big(now.value).minus(before.value).abs();
      const given = /\d+(?:\.\d+)?/.exec(passage)![0];
      // Figures may be shown rounded, each for itself.
      const isSo = by
        .minus(given)
        .abs()
        .lt(Big(10).pow(-(given.split(".")[1]?.length ?? 0)));
      return isSo
        ? []
        : { passage, why: `The figure went from ${before.value} (${monthName(before.month)}) to ${now.value}.` };
    });
}
