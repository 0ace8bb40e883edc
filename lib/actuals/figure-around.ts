import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { band, bandSet, milestone } from "#db/schema/indicators";
import type { LockedCell } from "#lib/actuals/lock-cell";
import { holdingIn, joined, milestonesOf } from "#lib/indicators/holding";
import { type FigureSurroundings, mayBeFraction } from "#lib/rules/figure-doubt";

/** What surrounds a locked cell's figure. The edges of bands and milestone are read only where they could put it in doubt. */
export async function figureAround(tx: Database, cell: LockedCell, value: string): Promise<FigureSurroundings> {
  const { unit, precision, previous, present } = cell;
  const edges = mayBeFraction(value, unit) ? await edgesOf(tx, cell) : [];
  return { unit, precision, previous, present: present?.value ?? null, edges };
}

async function edgesOf(tx: Database, { indicatorId, month }: LockedCell): Promise<string[]> {
  const [of, inMonth] = [sql`${indicatorId}::uuid`, sql`${`${month}-01`}::date`];
  const bands = await tx
    .select({ edge: band.edge })
    .from(holdingIn("band_set", of, inMonth))
    .innerJoin(band, eq(band.bandSetId, bandSet.id));
  const planned = await tx
    .select(joined({ edge: milestone.edge }))
    .from(milestonesOf(of))
    .where(eq(milestone.month, month));
  return [...bands, ...planned].map(({ edge }) => edge);
}
