import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { indicator, indicatorDefinition } from "#db/schema/indicators";
import { wordsOf } from "#db/words";
import type { Month } from "#lib/rules/month";

export type Versions = { id: string; ref: string; versions: Version[] };
export type Version = Omit<typeof indicatorDefinition.$inferSelect, "rebasedBecause"> & {
  rebasedBecause: string | null;
};

/** Every indicator of a scorecard with the definitions of it that stand, the earliest first. */
export async function everyPlace(tx: Database, scorecardId: string): Promise<Versions[]> {
  const rows = await tx
    .select({
      id: indicator.id,
      ref: indicator.ref,
      version: indicatorDefinition,
      rebasedBecause: wordsOf(indicatorDefinition.rebasedBecause),
    })
    .from(indicatorDefinition)
    .innerJoin(indicator, eq(indicator.id, indicatorDefinition.indicatorId))
    .where(and(eq(indicator.scorecardId, scorecardId), isNull(indicatorDefinition.withdrawnAt)))
    .orderBy(asc(indicatorDefinition.fromMonth), asc(indicator.ref));
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, those]) => ({
    id,
    ref: those[0]?.ref ?? "",
    versions: those.map(({ version, rebasedBecause }) => ({ ...version, rebasedBecause })),
  }));
}

/** The definition by which an indicator has its place in a month: the one that holds, else the next, unless it has ended. */
export function placedIn(versions: readonly Version[], month: Month): Version | null {
  const begun = versions.findLast(({ fromMonth }) => fromMonth <= month);
  if (begun && (begun.toMonth === null || begun.toMonth >= month)) return begun;
  return versions.find(({ fromMonth }) => fromMonth > month) ?? null;
}
