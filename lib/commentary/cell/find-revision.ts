import { and, eq } from "drizzle-orm";
import { database } from "#db/client";
import { commentRevision } from "#db/schema/commentary";
import { indicator } from "#db/schema/indicators";
import { scorecard } from "#db/schema/scorecards";
import type { Month } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";

export type RevisionPlace = { indicatorId: string; month: Month };

/** Which cell a revision is about, which never changes. Throws NOT_FOUND. */
export async function findRevision(actor: PersonActor, revisionId: string): Promise<RevisionPlace> {
  const [found] = await database()
    .select({ indicatorId: commentRevision.indicatorId, month: commentRevision.month })
    .from(commentRevision)
    .innerJoin(indicator, eq(indicator.id, commentRevision.indicatorId))
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .where(and(eq(commentRevision.id, revisionId), eq(scorecard.organisationId, actor.organisation.id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such comment.");
  return found;
}
