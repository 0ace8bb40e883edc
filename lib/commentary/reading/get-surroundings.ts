import type { PersonActor } from "#lib/access/actor";
import { addMonths, type Month } from "#lib/rules/month";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { type MilestoneAhead, milestonesAhead } from "#lib/scorecards/milestones-ahead";
import type { SheetIndicator } from "#lib/scorecards/sheet";
import { type Change, whatChanged } from "#lib/scorecards/what-changed";

/** What a comment is read beside: a year's figures, the previous due month and its comment, milestones and their pace. */
export type Surroundings = {
  change: Change;
  ahead: MilestoneAhead[];
  indicator: SheetIndicator;
  months: Month[];
};

export async function getSurroundings(
  actor: PersonActor,
  { slug, ref, month }: { slug: string; ref: string; month: Month },
): Promise<Surroundings | null> {
  const scorecard = await getScorecard(actor, slug);
  if (!scorecard) return null;
  const planned = scorecard.plannedMonths.filter((each) => each > month);
  const range = { from: addMonths(month, -12), to: planned.at(-1) ?? month };
  const sheet = await getSheet(actor, scorecard, range, { ref });
  const [change] = whatChanged(sheet, month);
  if (!change) return null;
  const { indicator } = change;
  return {
    change,
    ahead: milestonesAhead(indicator, month),
    indicator,
    months: sheet.figureMonths.filter((each) => each <= month),
  };
}
