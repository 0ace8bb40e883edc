import type { PersonActor } from "#lib/access/actor";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { listScorecards } from "#lib/scorecards/list-scorecards";
import type { Sheet } from "#lib/scorecards/sheet";
import { usualRange } from "#lib/scorecards/sheet-range";

/** Every scorecard of the organisation in its usual months, as one person may see it. */
export async function listSheets(actor: PersonActor): Promise<Sheet[]> {
  const sheets = await Promise.all(
    (await listScorecards(actor)).map(async ({ slug }) => {
      const scorecard = await getScorecard(actor, slug);
      const range = scorecard && usualRange(scorecard);
      return range ? getSheet(actor, scorecard, range) : null;
    }),
  );
  return sheets.filter((sheet) => sheet !== null);
}
