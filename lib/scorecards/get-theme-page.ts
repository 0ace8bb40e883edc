import type { PersonActor } from "#lib/access/actor";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { ofTheme } from "#lib/scorecards/of-theme";
import { findPart } from "#lib/scorecards/parts";
import { usualRange } from "#lib/scorecards/sheet-range";

/** All that a theme's page shows: the sheet of its indicators. Null where there is none, or no month of it to be seen. */
export async function getThemePage(
  actor: PersonActor,
  slug: string,
  asked: { theme: string; part: string | undefined },
) {
  const scorecard = await getScorecard(actor, slug);
  const range = scorecard && usualRange(scorecard);
  if (!scorecard || !range) return null;
  const part = await findPart(actor, scorecard, range, asked);
  return { scorecard, part, sheet: ofTheme(await getSheet(actor, scorecard, range, part ?? {}), asked.theme) };
}
