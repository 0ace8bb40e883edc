import { asc, eq } from "drizzle-orm";
import { database } from "#db/client";
import { scorecard } from "#db/schema/scorecards";
import type { Actor } from "#lib/access/actor";

/** The organisation's scorecards, by name. */
export async function listScorecards(actor: Actor) {
  return database()
    .select({ slug: scorecard.slug, name: scorecard.name })
    .from(scorecard)
    .where(eq(scorecard.organisationId, actor.organisation.id))
    .orderBy(asc(scorecard.name), asc(scorecard.slug));
}
