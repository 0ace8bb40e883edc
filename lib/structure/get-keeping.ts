import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { listLabelSets } from "#lib/scorecards/list-label-sets";
import { listKeptScorecards } from "#lib/structure/list-kept-scorecards";

/** The scorecards that an officer keeps, and the words for grades that another can be made with. */
export async function getKeeping(actor: PersonActor) {
  const [scorecards, labelSets] = await Promise.all([
    listKeptScorecards(actor),
    listLabelSets(database(), actor.organisation.id),
  ]);
  return { scorecards, labelSets };
}
