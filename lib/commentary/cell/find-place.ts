import { and, eq } from "drizzle-orm";
import { database } from "#db/client";
import { indicator } from "#db/schema/indicators";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";

/** By which words an indicator is addressed. Throws NOT_FOUND. */
export async function findPlace(actor: PersonActor, indicatorId: string): Promise<{ slug: string; ref: string }> {
  const [found] = await database()
    .select({ slug: scorecard.slug, ref: indicator.ref })
    .from(indicator)
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .where(and(eq(indicator.id, indicatorId), eq(scorecard.organisationId, actor.organisation.id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such indicator.");
  return found;
}
