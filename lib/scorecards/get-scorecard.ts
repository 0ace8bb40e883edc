import { type GradeLevel, gradeLevels } from "#db/vocabulary";
import type { Actor } from "#lib/access/actor";
import type { Labels } from "#lib/rules/grade";
import { isStorable } from "#lib/rules/is-storable";
import { monthState } from "#lib/rules/month";
import { getScorecardRows, type ScorecardRows } from "#lib/scorecards/scorecard-rows";
import type { SheetScorecard } from "#lib/scorecards/sheet";

/** A scorecard as one person may see it, before any of its figures; null when there is none of that slug. */
export async function getScorecard(actor: Actor, slug: string): Promise<SheetScorecard | null> {
  const rows = isStorable(slug) ? await getScorecardRows(actor, slug) : null;
  if (!rows) return null;
  return {
    id: rows.id,
    slug: rows.slug,
    name: rows.name,
    months: rows.months
      .map((facts) => ({
        month: facts.month,
        state: monthState(facts),
        figuresDue: facts.figuresDue,
        commentaryDue: facts.commentaryDue,
      }))
      .sort((a, b) => a.month.localeCompare(b.month)),
    plannedMonths: [...new Set(rows.milestones.map(({ month }) => month))].sort(),
    labelSets: labelSets(rows.labels),
  };
}

function labelSets(rows: ScorecardRows["labels"]): SheetScorecard["labelSets"] {
  return [...Map.groupBy(rows, ({ firstMonth }) => firstMonth)].map(([firstMonth, labels]) => {
    const level = (wanted: GradeLevel) => {
      const found = labels.find((label) => label.level === wanted);
      if (!found) throw new Error(`The label set from ${firstMonth} has no word for ${wanted}.`);
      return [wanted, { word: found.word, short: found.short, shape: found.shape, tone: found.tone }] as const;
    };
    return {
      firstMonth,
      lastMonth: labels[0]!.lastMonth,
      labels: Object.fromEntries(gradeLevels.map(level)) as Labels,
    };
  });
}
