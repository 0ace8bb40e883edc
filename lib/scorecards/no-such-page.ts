import { notFound, redirect } from "next/navigation";
import type { PersonActor } from "#lib/access/actor";
import { type PastAddress, paths } from "#lib/paths";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { wholeRange } from "#lib/scorecards/sheet-range";

/** Where a page of a scorecard’s months shows nothing: led to the scorecard, which says so, while none of them is to be seen; 404 otherwise. */
export async function noSuchPage(actor: PersonActor, slug: string, past: PastAddress = {}): Promise<never> {
  const scorecard = await getScorecard(actor, slug);
  if (scorecard && !wholeRange(scorecard)) redirect(paths.scorecard(slug, past));
  return notFound();
}
