import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { indicator } from "#db/schema/indicators";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import type { IndicatorPlace } from "#lib/definitions/read-indicator";

/** An indicator of the person's own organisation, of which nobody changes anything until the transaction ends. Throws NOT_FOUND. */
export async function lockIndicator(
  tx: Database,
  actor: PersonActor,
  indicatorId: string,
): Promise<IndicatorPlace & { scorecardId: string }> {
  const [found] = await tx
    .select({ slug: scorecard.slug, scorecardId: scorecard.id, ref: indicator.ref })
    .from(indicator)
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .where(and(eq(indicator.id, indicatorId), eq(scorecard.organisationId, actor.organisation.id)))
    .for("no key update", { of: indicator });
  if (!found) throw new Refusal("NOT_FOUND", "There is no such indicator.");
  return found;
}
