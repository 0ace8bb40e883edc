import type { SparkScales } from "#components/charts/spark-path";
import type { Bands } from "#lib/rules/bands";
import { type Labels, type Level, levelOf } from "#lib/rules/labels";

/** Where a level lies behind a line: its tone, from which place across, and between which down, in half pixels. */
export type SparkBand = readonly [tone: Level["tone"], x: number, top: number, bottom: number];

type Judged = { at: { bands: Bands | null }; labels: Labels } | undefined;

/** The levels as they are now, behind the last months that were judged by them; those in which no figure of the line lies are left out. */
export function sparkBands(cells: readonly Judged[], { x, y, height }: SparkScales): SparkBand[] {
  const last = cells.at(-1);
  if (!last?.at.bands) return [];
  const { bands } = last.at;
  const since = cells.findLastIndex((cell) => JSON.stringify(cell?.at.bands) !== JSON.stringify(bands)) + 1;
  const left = since === 0 ? 0 : Math.round((x(since - 1) + x(since)) / 2);
  const within = (place: number) => Math.min(Math.max(Math.round(place), 0), height);
  const [best, worst] = bands.direction === "higher" ? [0, height] : [height, 0];
  const edges = [best, ...bands.bestFirst.map(({ edge }) => within(y(Number(edge)))), worst];
  return edges.slice(1).flatMap((edge, index): SparkBand[] => {
    const level = levelOf(last.labels, index + 1);
    const [top, bottom] = [Math.min(edge, edges[index]!), Math.max(edge, edges[index]!)];
    return level && top < bottom ? [[level.tone, left, top, bottom]] : [];
  });
}
