import type { PersonActor } from "#lib/access/actor";
import { longestPeriod } from "#lib/rules/due";
import { addMonths } from "#lib/rules/month";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { asRestated } from "#lib/scorecards/restatement-rows";
import { recentRange, wholeRange } from "#lib/scorecards/sheet-range";
import { getSheetRows } from "#lib/scorecards/sheet-rows";

/** All that an indicator's page shows but its history: its own sheet, and what of it was restated. Null where there is none. */
export async function getIndicatorPage(
  actor: PersonActor,
  slug: string,
  { ref, isWhole }: { ref: string; isWhole: boolean },
) {
  const scorecard = await getScorecard(actor, slug);
  const [whole, recent] = scorecard ? [wholeRange(scorecard), recentRange(scorecard)] : [];
  if (!scorecard || !whole || !recent) return null;
  const range = isWhole ? whole : recent;
  const asked = { ...range, before: addMonths(range.from, -longestPeriod), withRestatements: true };
  const { restatements, ...rows } = await getSheetRows(actor, scorecard.id, asked, { ref });
  const sheet = assembleSheet(scorecard, range, rows, actor);
  const [indicator] = sheet.indicators;
  if (!indicator) return null;
  return {
    ...{ scorecard, sheet, indicator, isCut: range.from > whole.from },
    restatements: asRestated(actor, restatements),
  };
}
