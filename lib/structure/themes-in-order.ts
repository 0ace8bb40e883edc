import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { theme } from "#db/schema/scorecards";

/** The themes of a scorecard that have not ended, and those that have, each in order. */
export async function themesInOrder(tx: Database, scorecardId: string) {
  const all = await tx
    .select({
      id: theme.id,
      name: theme.name,
      slug: theme.slug,
      position: theme.position,
      version: theme.version,
      endedAt: theme.endedAt,
    })
    .from(theme)
    .where(eq(theme.scorecardId, scorecardId))
    .orderBy(asc(theme.position), asc(theme.slug));
  return { all, live: all.filter(({ endedAt }) => endedAt === null) };
}

/** Whether two names are the same in whatever letters. */
export const isCalled = (name: string) => (other: { name: string }) => other.name.toLowerCase() === name.toLowerCase();
