import { oneOf, passagesOf } from "#lib/rules/said/asked";
import { denials, denialsOnly, noWishes, wishWords } from "#lib/rules/said/claimed/claim-words";
import type { Clause, Sentence } from "#lib/rules/said/claimed/clauses";
import { leavesFigure } from "#lib/rules/said/claimed/whose";

/** A passage by which a sentence claims something of the figure, or denies it, with the clause in which it does. */
export type Claim = { passage: string; isDenied: boolean; clause: Clause };

const nearby = (words: readonly string[], many: number) =>
  new RegExp(`${oneOf(words)}(?:\\W+\\w+){0,${many}}\\W*$`, "i");
const wish = nearby(wishWords, 2);
const willed = /\b(?:will|would|should|could|might|must|expect\w*|hop(?:e|es|ed|ing)|aim\w*|need(?:s|ed)?)\b/i;
const denied = nearby(denials, 2);
const deniedOnly = new RegExp(`^\\W*(?:\\w+\\W+)?${oneOf(denialsOnly)}`, "i");
const noWish = new RegExp(oneOf(noWishes), "gi");
const conditional = /^(?:and\s+|but\s+)?(?:if|unless|until|once|when|whether|whenever|should|that\s+(?:if|when))\b/i;

/** Compared with something else than the figure of another month. */
const withOthers =
  /\b(?:than|compared (?:with|to)|relative to|against)\s+(?!in\b|at\b|last\b|it\b|that\b|\d|£|before\b|previous|a (?:month|year)\b|what it\b|we (?:had|were)|(?:the|this|our|its) (?:month|previous|same|last|figure|\w+ (?:month|year|quarter|figure))|(?:early |late |mid[- ])?(?:January|February|March|April|May|June|July|August|September|October|November|December))/i;

/** Whether what stands before a claim makes it a wish, a plan or a condition. */
export const isHoped = (before: string): boolean => {
  const rest = before.replace(noWish, ";").replace(/(?<=\S\s+)May\b/g, ";");
  return wish.test(rest.slice(-60)) || willed.test(rest) || conditional.test(rest);
};

/** The passages of a sentence that claim something of the figure by some words. */
export function claimsBy({ words, clauses, facts }: Sentence, expression: RegExp): Claim[] {
  return clauses.flatMap((clause) => {
    if (!clause.isOfFigure || conditional.test(clause.text) || withOthers.test(clause.text)) return [];
    return passagesOf(clause.text, expression).flatMap(({ passage, index }) => {
      const before = words.slice(Math.max(0, clause.at + index - 60), clause.at + index);
      const after = clause.text.slice(index + passage.length);
      const hoped = before.replace(noWish, ";").replace(/(?<=\S\s+)May\b/g, ";");
      if (wish.test(hoped) || willed.test(clause.text.slice(0, index).replace(noWish, ";"))) return [];
      if (/^-\w/.test(after) || !leavesFigure(after, facts)) return [];
      const isDenied = denied.test(hoped);
      return isDenied && deniedOnly.test(words.slice(clause.at + index + passage.length))
        ? []
        : { passage, isDenied, clause };
    });
  });
}
