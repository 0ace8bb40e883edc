import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import type { LabelSet } from "#lib/rules/labels";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { listLabelSets } from "#lib/scorecards/list-label-sets";
import type { SheetScorecard } from "#lib/scorecards/sheet";

/** A scorecard with the words by which it grades in which months, and all that it could; null where there is none. */
export async function getGrading(
  actor: PersonActor,
  slug: string,
): Promise<{ scorecard: SheetScorecard; labelSets: LabelSet[] } | null> {
  const [scorecard, labelSets] = await Promise.all([
    getScorecard(actor, slug),
    listLabelSets(database(), actor.organisation.id),
  ]);
  return scorecard && { scorecard, labelSets };
}
