import { atMonth } from "#lib/rules/at-month";
import { rulesIn, withCommentRules } from "#lib/rules/comment-rules";
import type { Labels } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";
import type { SheetScorecard } from "#lib/scorecards/sheet";

/** The levels that a scorecard grades by in a month, with when they require a comment then. */
export function labelsAt(
  { labelSets, commentRules = [] }: Pick<SheetScorecard, "labelSets" | "commentRules">,
  month: Month,
): Labels {
  const found = atMonth(labelSets, month);
  if (!found) throw new Error("The scorecard has no label set.");
  return withCommentRules(found.labels, rulesIn(commentRules, month));
}
