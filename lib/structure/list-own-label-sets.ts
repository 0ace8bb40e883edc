import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { listLabelSets } from "#lib/scorecards/list-label-sets";

/** The words for grades that an officer's scorecards can have, by name. */
export const listOwnLabelSets = (actor: PersonActor) => listLabelSets(database(), actor.organisation.id);
