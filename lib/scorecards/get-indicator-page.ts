import type { PersonActor } from "#lib/access/actor";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { recentRange, wholeRange } from "#lib/scorecards/sheet-range";

/** All that an indicator's page shows but its history: its own sheet. Null where there is none. */
export async function getIndicatorPage(
  actor: PersonActor,
  slug: string,
  { ref, isWhole }: { ref: string; isWhole: boolean },
) {
  const scorecard = await getScorecard(actor, slug);
  const [whole, recent] = scorecard ? [wholeRange(scorecard), recentRange(scorecard)] : [];
  if (!scorecard || !whole || !recent) return null;
  const range = isWhole ? whole : recent;
  const sheet = await getSheet(actor, scorecard, range, { ref });
  const [indicator] = sheet.indicators;
  return indicator ? { scorecard, sheet, indicator, isCut: range.from > whole.from } : null;
}
