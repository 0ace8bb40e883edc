import type { PersonActor } from "#lib/access/actor";
import { isStorable } from "#lib/rules/is-storable";
import { labelsFromRows } from "#lib/rules/labels";
import { monthState } from "#lib/rules/month";
import { getScorecardRows, type ScorecardRows } from "#lib/scorecards/scorecard-rows";
import type { SheetScorecard } from "#lib/scorecards/sheet";

/** A scorecard as one person may see it, before any of its figures; null when there is none of that slug. */
export async function getScorecard(actor: PersonActor, slug: string): Promise<SheetScorecard | null> {
  const rows = isStorable(slug) ? await getScorecardRows(actor, slug) : null;
  return rows && scorecardOf(rows);
}

/** A scorecard from its row. */
export const scorecardOf = ({
  id,
  slug,
  name,
  begins,
  size,
  months,
  plannedMonths,
  labels,
  hidesSmall,
  commentRules,
}: ScorecardRows): SheetScorecard => ({
  id,
  slug,
  name,
  begins,
  size,
  months: months
    .map((facts) => ({
      month: facts.month,
      state: monthState(facts),
      figuresDue: facts.figuresDue,
      commentaryDue: facts.commentaryDue,
    }))
    .sort((a, b) => a.month.localeCompare(b.month)),
  plannedMonths,
  labelSets: labelSets(labels),
  hidesSmall,
  commentRules,
});

function labelSets(rows: ScorecardRows["labels"]): SheetScorecard["labelSets"] {
  return [...Map.groupBy(rows, ({ firstMonth }) => firstMonth)].map(([firstMonth, levels]) => {
    return { firstMonth, lastMonth: levels[0]!.lastMonth, labels: labelsFromRows(levels) };
  });
}
