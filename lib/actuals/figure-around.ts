import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { band, bandSet, milestone } from "#db/schema/indicators";
import type { LockedCell } from "#lib/actuals/lock-cell";
import { holdingIn } from "#lib/indicators/holding";
import { type FigureSurroundings, mayBeFraction } from "#lib/rules/figure-doubt";

/** What surrounds a locked cell's figure. The edges of bands and milestone are read only where they could put it in doubt. */
export async function figureAround(tx: Database, cell: LockedCell, typed: string): Promise<FigureSurroundings> {
  const { unit, precision, previous } = cell;
  return { unit, precision, previous, edges: mayBeFraction(typed, unit) ? await edgesOf(tx, cell) : [] };
}

async function edgesOf(tx: Database, { indicatorId, month }: LockedCell): Promise<string[]> {
  const inMonth = sql`${`${month}-01`}::date`;
  const bands = await tx
    .select({ edge: band.edge })
    .from(holdingIn("band_set", sql`${indicatorId}::uuid`, inMonth))
    .innerJoin(band, eq(band.bandSetId, bandSet.id));
  const planned = await tx
    .select({ edge: milestone.edge })
    .from(milestone)
    .where(and(eq(milestone.indicatorId, indicatorId), eq(milestone.month, month), isNull(milestone.withdrawnAt)));
  return [...bands, ...planned].map(({ edge }) => edge);
}
