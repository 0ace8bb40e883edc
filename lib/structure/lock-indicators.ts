import { and, asc, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { indicator } from "#db/schema/indicators";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";

/** Every indicator of a scorecard, before the scorecard itself: whoever changes one of them holds it first. */
export async function lockIndicators(tx: Database, { organisation }: PersonActor, scorecardId: string): Promise<void> {
  await tx
    .select({ id: indicator.id })
    .from(indicator)
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .where(and(eq(scorecard.id, scorecardId), eq(scorecard.organisationId, organisation.id)))
    .orderBy(asc(indicator.id))
    .for("no key update", { of: indicator });
}
