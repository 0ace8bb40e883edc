import { type PersonActor, seesSmall } from "#lib/access/actor";
import { remembered } from "#lib/access/remembered";
import { addMonths, type Month } from "#lib/rules/month";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { type MilestoneAhead, milestonesAhead } from "#lib/scorecards/milestones-ahead";
import type { SheetIndicator } from "#lib/scorecards/sheet";
import { getSheetRows } from "#lib/scorecards/sheet-rows";
import { type Change, whatChanged } from "#lib/scorecards/what-changed";

/** What a comment is read beside: a year's figures, the previous due month and its comment, milestones and their pace. */
export type Surroundings = {
  change: Change;
  ahead: MilestoneAhead[];
  indicator: SheetIndicator;
  months: Month[];
  /** The words of the revisions that were handed in for this month, or imported, by revision. */
  words: ReadonlyMap<string, string>;
  /** When words were submitted for the previous due month that nobody has decided on. */
  previousWaits: Date | null;
};

type Place = { slug: string; ref: string; month: Month };

export const getSurroundings = (actor: PersonActor, { slug, ref, month }: Place): Promise<Surroundings | null> =>
  remembered(actor, ["surroundings", slug, ref, month], () => readSurroundings(actor, { slug, ref, month }));

async function readSurroundings(actor: PersonActor, { slug, ref, month }: Place): Promise<Surroundings | null> {
  const scorecard = await getScorecard(actor, slug);
  if (!scorecard) return null;
  const planned = scorecard.plannedMonths.filter((each) => each > month);
  const range = { from: addMonths(month, -12), to: planned.at(-1) ?? month };
  const rows = await getSheetRows(actor, scorecard.id, { ...range, before: range.from, withEarlier: true }, { ref });
  const sheet = assembleSheet(scorecard, range, rows, actor);
  const [change] = whatChanged(sheet, month);
  if (!change) return null;
  const { indicator, cell } = change;
  const decided = new Set(rows.decisions.map(({ revisionId }) => revisionId));
  const waits = rows.revisions.find(
    (each) => each.month === cell.previousDue && each.submittedAt && !each.withdrawnAt && !decided.has(each.id),
  );
  return {
    change,
    ahead: milestonesAhead(indicator, month),
    indicator,
    months: sheet.figureMonths.filter((each) => each <= month),
    // To readers no words but those on show.
    words: new Map(
      rows.revisions.flatMap(({ id, month: of, body }) => (of === month && seesSmall(actor) ? [[id, body]] : [])),
    ),
    previousWaits: waits?.submittedAt ?? null,
  };
}
