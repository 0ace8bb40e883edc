import type { IndicatorRead } from "#lib/definitions/read-indicator";
import { atMonth } from "#lib/rules/at-month";
import { definitionTerms, dueEvery, type Term } from "#lib/rules/definition-terms";
import { type Month, nextMonth } from "#lib/rules/month";
import { indicatorIn } from "#lib/scorecards/indicator-at";
import { labelsAt } from "#lib/scorecards/labels-at";

/** What an indicator is from a month on, in words; without terms: it is none from then. */
export type Span = { from: Month; terms: Term[] };

/** What an indicator is in a month; empty where it is not defined. */
export function termsIn({ own, scorecard }: Pick<IndicatorRead, "own" | "scorecard">, month: Month): Term[] {
  const at = indicatorIn(own)(month);
  if (!at) return [];
  const every = atMonth(own.dueRules, month)?.every ?? null;
  return [...definitionTerms(at, labelsAt(scorecard, month)), { term: "Due", value: dueEvery(every) }];
}

/** Everything that an indicator was and will be, by the months from which something of it changed. */
export function sideBySide(read: IndicatorRead): Span[] {
  const { definitions, teams, dueRules, bands, benchmarks } = read.own;
  const first = definitions.map(({ firstMonth }) => firstMonth).sort()[0];
  const turns = [...definitions, ...teams, ...dueRules, ...bands, ...benchmarks].flatMap(
    ({ firstMonth, lastMonth }) => [firstMonth, ...(lastMonth < "9999-12" ? [nextMonth(lastMonth)] : [])],
  );
  const spans = [...new Set(turns)]
    .sort()
    .filter((month) => first && month >= first)
    .map((from) => ({ from, terms: termsIn(read, from) }));
  return spans.filter(
    ({ terms }, index) => index === 0 || JSON.stringify(terms) !== JSON.stringify(spans[index - 1]?.terms),
  );
}
