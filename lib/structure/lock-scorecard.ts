import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { apart } from "#lib/rules/direction";

/** A scorecard that has not ended, of which nobody changes the structure until the transaction ends. Throws NOT_FOUND, WRONG_STATE. */
export async function lockScorecard(tx: Database, { organisation }: PersonActor, scorecardId: string) {
  const [found] = await tx
    .select({
      id: scorecard.id,
      slug: scorecard.slug,
      name: scorecard.name,
      version: scorecard.version,
      endedAt: scorecard.endedAt,
    })
    .from(scorecard)
    .where(and(eq(scorecard.id, scorecardId), eq(scorecard.organisationId, organisation.id)))
    .for("no key update");
  if (!found) throw new Refusal("NOT_FOUND", "There is no such scorecard.");
  if (found.endedAt) {
    throw new Refusal("WRONG_STATE", `${apart(found.name)} has ended, so nothing of it is changed any more.`);
  }
  return found;
}
