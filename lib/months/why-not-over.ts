import { and, eq } from "drizzle-orm";
import { type Database, database } from "#db/client";
import { scorecardMonth } from "#db/schema/months";
import { organisation, person } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import { type Month, monthName } from "#lib/rules/month";

/** Why this officer may not publish a month over what stands in its way, by what the organisation set; null when they may. */
export async function whyNotOver(
  actor: PersonActor,
  { scorecardId, month }: { scorecardId: string; month: Month },
  db: Database = database(),
): Promise<string | null> {
  const [found] = await db
    .select({ over: organisation.publishesOver, closedBy: person.id })
    .from(organisation)
    .leftJoin(scorecardMonth, and(eq(scorecardMonth.scorecardId, scorecardId), eq(scorecardMonth.month, month)))
    .leftJoin(person, eq(person.id, scorecardMonth.closedBy))
    .where(eq(organisation.id, actor.organisation.id));
  if (found?.over === "nobody") {
    return "Here nobody publishes over what stands in the way: the settings say so. Clear the list first.";
  }
  if (found?.over === "another officer" && found.closedBy === actor.person.id) {
    return `You closed ${monthName(month)}, so another performance officer publishes it over what stands in the way: the settings say so.`;
  }
  return null;
}
