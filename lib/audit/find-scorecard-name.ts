import { and, eq } from "drizzle-orm";
import { database } from "#db/client";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { isStorable } from "#lib/rules/is-storable";

/** The name of a scorecard of the person's organisation, whatever of it they may see; null where there is none of that slug. */
export async function findScorecardName(actor: PersonActor, slug: string): Promise<string | null> {
  if (!isStorable(slug)) return null;
  const [found] = await database()
    .select({ name: scorecard.name })
    .from(scorecard)
    .where(and(eq(scorecard.organisationId, actor.organisation.id), eq(scorecard.slug, slug)));
  return found?.name ?? null;
}
