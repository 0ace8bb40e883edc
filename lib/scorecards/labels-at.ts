import { atMonth } from "#lib/rules/at-month";
import type { Labels } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";
import type { SheetScorecard } from "#lib/scorecards/sheet";

/** The levels that a scorecard grades by in a month. */
export function labelsAt({ labelSets }: Pick<SheetScorecard, "labelSets">, month: Month): Labels {
  const found = atMonth(labelSets, month);
  if (!found) throw new Error("The scorecard has no label set.");
  return found.labels;
}
