import { eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { madeOnce } from "#db/made-once";
import { band, bandSet, milestone } from "#db/schema/indicators";
import {
  askedIndicator,
  askedMonth,
  askedMonthText,
  askedPlaces,
  type CellPlace,
  placeKey,
  placesOf,
} from "#lib/actuals/cell-places";
import type { Cell } from "#lib/actuals/lock-cell";
import { holdingIn, joined, milestonesOf } from "#lib/indicators/holding";
import { type FigureSurroundings, mayBeFraction } from "#lib/rules/figure-doubt";
import { usualLimits } from "#lib/rules/usual-limits";

/** What surrounds the figures of some cells, in their order; `isBesideFraction` as of all that was typed with them. The edges of bands and milestones are read only of those that they could put in doubt. */
export async function figuresAround(
  db: Database,
  figures: readonly { cell: Cell; value: string }[],
  isBesideFraction: boolean,
): Promise<FigureSurroundings[]> {
  const doubtful = figures
    .filter(({ cell, value }) => mayBeFraction(value, cell.unit, isBesideFraction))
    .map(({ cell }) => cell);
  const edges = doubtful.length > 0 ? await edgesOf(db, doubtful) : new Map<string, string[]>();
  return figures.map(({ cell }) => {
    const { unit, precision, previous, present, month, earlier, rule, rebasedFrom } = cell;
    const usual = usualLimits(earlier, { month, every: rule?.every ?? 1, precision, rebasedFrom });
    const edgesOfCell = edges.get(placeKey(cell)) ?? [];
    return { unit, precision, previous, usual, present: present?.value ?? null, edges: edgesOfCell, isBesideFraction };
  });
}

const place = { indicatorId: askedIndicator as SQL<string>, month: askedMonthText };

const askBands = madeOnce((db) =>
  db
    .select({ ...place, edge: band.edge, farEdge: band.farEdge })
    .from(askedPlaces)
    .innerJoin(holdingIn("band_set", askedIndicator, askedMonth), sql`true`)
    .innerJoin(band, eq(band.bandSetId, bandSet.id)),
);

const askPlanned = madeOnce((db) =>
  db
    .select({ ...place, ...joined({ edge: milestone.edge, farEdge: milestone.farEdge }) })
    .from(askedPlaces)
    .innerJoin(milestonesOf(askedIndicator), sql`${milestone.month} = ${askedMonth}`),
);

async function edgesOf(db: Database, cells: readonly CellPlace[]): Promise<Map<string, string[]>> {
  const asked = placesOf(cells);
  const bands = await askBands(db, {}, asked);
  const planned = await askPlanned(db, {}, asked);
  const edges = new Map<string, string[]>();
  for (const { edge, farEdge, ...of } of [...bands, ...planned]) {
    edges.set(placeKey(of), [...(edges.get(placeKey(of)) ?? []), edge, ...(farEdge === null ? [] : [farEdge])]);
  }
  return edges;
}
