import { addMonths, type Month, monthNames } from "#lib/rules/month";
import type { Sentence } from "#lib/rules/said/claimed/clauses";
import { monthsNamedIn } from "#lib/rules/said/claimed/months-named";
import { spanBack, spansUnknown } from "#lib/rules/said/claimed/span-words";
import type { TableFacts } from "#lib/rules/said/table-facts";
import { numbersTold } from "#lib/rules/small/numbers-told";

export type Given = { month: Month; value: string };
/** Two figures that a sentence compares, the earlier first. */
export type Span = { before: Given; now: Given };
type Months = { since?: Month; of?: Month };

const compares = /\b(?:than|from|since|compared|against|as|on)\b[^,;]{0,25}$/i;
/** "Had fallen": at a time before another that nobody knows. */
const before = /(?<!\bha(?:s|ve) )\bhad\b/i;
const months = monthNames.join("|");
const severalMonths = new RegExp(`\\b(?:${months})(?:\\s+\\d{4})?\\s+(?:to|and)\\s+(?:${months})\\b`);

/** The months that some words compare; null where they compare others than those of figures, nothing where they name none. */
function monthsIn(text: string, { month, every }: TableFacts): Months | null | undefined {
  if (severalMonths.test(text)) return null;
  const named = monthsNamedIn(text, month).filter((each) => each.month < month);
  if (named.length > 0) {
    const isBase = ({ by, at }: (typeof named)[number]) =>
      /^(?:since|from|than|on|with)$/.test(by ?? "") || compares.test(text.slice(0, at));
    const since = named.find(isBase)?.month;
    const of = named.find((each) => !isBase(each))?.month;
    return { ...(since ? { since } : {}), ...(of ? { of } : {}) };
  }
  for (const { said, months: back } of spanBack) {
    const found = said.exec(text);
    if (!found) continue;
    const many = back === "due" ? every : back === "told" ? Number(numbersTold(found[1]!)[0]?.value ?? 0) : back;
    // "The last few months" began nobody knows when.
    return many > 0 && many < 1000 ? { since: addMonths(month, -many) } : null;
  }
  return spansUnknown.test(text) || before.test(text) ? null : undefined;
}

/**
 * The two figures that a part of a sentence compares: those of the months it names, or else that are named beside every
 * claim of the sentence, or else the month's and the one before. None where one of them is not given.
 */
export function spanOf(clause: string, { unclaimed, facts }: Sentence): Span | null {
  const named = [clause, ...unclaimed].map((each) => monthsIn(each, facts)).find((each) => each !== undefined);
  if (named === null) return null;
  const given = facts.figures.filter((each): each is Given => each.value !== null);
  const at = (month: Month) => given.find((each) => each.month === month);
  const of = named?.of ?? facts.month;
  const now = at(of);
  const before = named?.since ? at(named.since) : given.findLast((each) => each.month < of);
  return before && now && before.month < now.month ? { before, now } : null;
}
