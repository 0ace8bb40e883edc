import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { section } from "#db/schema/scorecards";
import { invalid } from "#lib/structure/invalid";

/** Throws INVALID, by the field, where a section is none of the scorecard’s, or has ended. */
export async function requireSection(tx: Database, scorecardId: string, id: string, field = "to"): Promise<void> {
  const [found] = await tx
    .select({ id: section.id })
    .from(section)
    .where(and(eq(section.id, id), eq(section.scorecardId, scorecardId), isNull(section.endedAt)));
  if (!found) throw invalid(field, "Choose one of the scorecard’s sections.");
}
