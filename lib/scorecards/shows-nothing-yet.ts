import type { PersonActor } from "#lib/access/actor";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { wholeRange } from "#lib/scorecards/sheet-range";

/** Whether a scorecard is there and none of its months is to be seen: its pages have nothing to show, and it says so itself. */
export async function showsNothingYet(actor: PersonActor, slug: string): Promise<boolean> {
  const scorecard = await getScorecard(actor, slug);
  return scorecard !== null && wholeRange(scorecard) === null;
}
