import Big from "big.js";
import { type Month, monthName } from "#lib/rules/month";
import type { Asked } from "#lib/rules/said/asked";
import type { Sentence } from "#lib/rules/said/claimed/clauses";
import { monthNamed, monthsNamedIn } from "#lib/rules/said/claimed/months-named";
import { compares } from "#lib/rules/said/claimed/number-words";
import { quotedIn } from "#lib/rules/said/claimed/quoted";
import { stretchOf } from "#lib/rules/said/claimed/stretches";
import type { TableFacts } from "#lib/rules/said/table-facts";

/** Numbers that a sentence gives as the indicator's and the table does not have. */
export function numbersIn(sentence: Sentence): Asked[] {
  const { facts } = sentence;
  const quoted = quotedIn(sentence.words, facts.unit);
  const own = quoted.flatMap((each) => {
    const { said, isOwn, hasVerb } = stretchOf(sentence, each.index, each.index + each.passage.length);
    return isOwn ? { ...each, said, hasVerb } : [];
  });
  if (own.length === 0) return [];
  const known = knownOf(facts);
  const now = facts.figures.find(({ month }) => month === facts.month)?.value ?? null;
  return own.flatMap(({ passage, mayBe, said, hasVerb }) => {
    const its = ownIn(said, own.length === 1 && hasVerb, facts);
    if (its?.value === null)
      return known.some(mayBe) ? [] : { passage, why: `The table has no figure for ${monthName(its.month)}.` };
    if (its)
      return [its.value, "0", "100"].some(mayBe)
        ? []
        : { passage, why: `The table has ${its.value} for ${monthName(its.month)}.` };
    return now === null || known.some(mayBe)
      ? []
      : { passage, why: `The table has ${now} for ${monthName(facts.month)}, and no such figure before.` };
  });
}

/** All that a number may be that is told of the figures: one of them, what is left of a share, how far two are apart, an edge. */
function knownOf({ figures, month, unit, others }: TableFacts): string[] {
  const given = figures.flatMap(({ value }) => value ?? []);
  const now = figures.find((each) => each.month === month)?.value ?? null;
  const apart = (value: string) => (now === null ? [] : [Big(now).minus(value).abs()]);
  const inParts = (value: string) =>
    now === null || Big(value).eq(0) ? [] : [Big(now).minus(value).abs().times(100).div(value)];
  return [
    ...given,
    ...others.flatMap((typed) => typed.match(/\d+(?:\.\d+)?/g) ?? []),
    ...(unit === "percent" ? given.map((value) => Big(100).minus(value).toFixed()) : []),
    ...given.flatMap((value) => [...apart(value), ...inParts(value)].map((each) => each.toFixed())),
    "0",
    "100",
  ];
}

/** The figure of which a number is told: of the month that is named with it, or of the present one; null where it may be another's. */
function ownIn(
  said: string,
  isOnly: boolean,
  { month, figures }: TableFacts,
): { month: Month; value: string | null } | null {
  const named = [...new Set(monthsNamedIn(said, month).map((each) => each.month))];
  const rest = said.replace(monthNamed, "").replace(named.length === 1 ? /\bfrom\b/gi : /$^/, "");
  if (compares.test(rest) || named.length > 1 || (!isOnly && named.length === 0)) return null;
  const asked = named[0] ?? month;
  const begins = figures.find(({ value }) => value !== null)?.month ?? month;
  const figure = figures.find((each) => each.month === asked);
  return figure && asked >= begins ? { month: asked, value: figure.value } : null;
}
