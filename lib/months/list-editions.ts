import { and, eq, sql } from "drizzle-orm";
import { edition } from "#db/schema/editions";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { type Edition, editionRows } from "#lib/audit/find-edition";

/** A scorecard's editions, the newest month first; of those published over what stood in the way, the register. */
export async function listEditions(actor: PersonActor, slug: string, { over }: { over: boolean }): Promise<Edition[]> {
  const isOver = over ? sql`${edition.blockers} <> '[]'::jsonb` : undefined;
  const editions = await editionRows(actor, and(eq(scorecard.slug, slug), isOver));
  // Over what is asked once more: not all of it is told to everybody.
  return over ? editions.filter(({ blockers }) => blockers.length > 0) : editions;
}
