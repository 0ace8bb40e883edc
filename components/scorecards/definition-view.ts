import { definitionTerms, type Term } from "#lib/rules/definition-terms";
import type { Labels } from "#lib/rules/labels";
import { monthName } from "#lib/rules/month";
import type { IndicatorAt } from "#lib/scorecards/sheet";

export const definedFrom = "Defined so from";

/** What an indicator measures, what it is judged by and who answers for it, as it stands in the last month shown. */
export function definitionView(at: IndicatorAt, labels: Labels): Term[] {
  return [...definitionTerms(at, labels), { term: definedFrom, value: monthName(at.definedFrom) }];
}
