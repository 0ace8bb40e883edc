import { and, eq } from "drizzle-orm";
import { database } from "#db/client";
import { indicator } from "#db/schema/indicators";
import { scorecard } from "#db/schema/scorecards";
import type { Asker } from "#lib/access/actor";
import { presentActor } from "#lib/actions/define-action";
import { Refusal } from "#lib/audit/refusal";
import type { IndicatorPlace } from "#lib/definitions/read-indicator";

/** For a request that was already done: by what its indicator is addressed. Throws NOT_FOUND. */
export async function findIndicator(asker: Asker, indicatorId: string): Promise<IndicatorPlace> {
  const { organisation } = await presentActor(asker);
  const [found] = await database()
    .select({ slug: scorecard.slug, ref: indicator.ref })
    .from(indicator)
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .where(and(eq(indicator.id, indicatorId), eq(scorecard.organisationId, organisation.id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such indicator.");
  return found;
}

/** For a request that was already done: the slug by which its scorecard is addressed. Throws NOT_FOUND. */
export async function findScorecardSlug(asker: Asker, scorecardId: string): Promise<string> {
  const { organisation } = await presentActor(asker);
  const [found] = await database()
    .select({ slug: scorecard.slug })
    .from(scorecard)
    .where(and(eq(scorecard.id, scorecardId), eq(scorecard.organisationId, organisation.id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such scorecard.");
  return found.slug;
}
