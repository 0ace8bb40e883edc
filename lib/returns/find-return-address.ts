import { and, eq } from "drizzle-orm";
import { type Database, database } from "#db/client";
import { team } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import type { Month } from "#lib/rules/month";

/** Which team's return of which month. */
export type ReturnPlace = { scorecardId: string; teamId: string; month: Month };

/** The same by the words of its address. */
export type ReturnAddress = { slug: string; team: string; month: Month };

/** Throws NOT_FOUND where scorecard and team are not both of the person's organisation. */
export async function findReturnAddress(
  actor: PersonActor,
  { scorecardId, teamId, month }: ReturnPlace,
  db: Database = database(),
): Promise<ReturnAddress> {
  const [found] = await db
    .select({ slug: scorecard.slug, team: team.slug })
    .from(scorecard)
    .innerJoin(team, and(eq(team.id, teamId), eq(team.organisationId, scorecard.organisationId)))
    .where(and(eq(scorecard.id, scorecardId), eq(scorecard.organisationId, actor.organisation.id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such return.");
  return { ...found, month };
}
