import { and, eq } from "drizzle-orm";
import { database } from "#db/client";
import { indicator } from "#db/schema/indicators";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";

/** The organisation's indicators of a ref, one a scorecard. */
export async function indicatorIdsOf(actor: PersonActor, ref: string | undefined): Promise<string[]> {
  if (ref === undefined) return [];
  const rows = await database()
    .select({ id: indicator.id })
    .from(indicator)
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .where(and(eq(indicator.ref, ref), eq(scorecard.organisationId, actor.organisation.id)));
  return rows.map(({ id }) => id);
}
