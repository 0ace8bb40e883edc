import { asc, eq } from "drizzle-orm";
import { database } from "#db/client";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";

/** The organisation's scorecards, by name, with when each ended. */
export async function listScorecards(actor: PersonActor) {
  return database()
    .select({ slug: scorecard.slug, name: scorecard.name, endedAt: scorecard.endedAt })
    .from(scorecard)
    .where(eq(scorecard.organisationId, actor.organisation.id))
    .orderBy(asc(scorecard.name), asc(scorecard.slug));
}
