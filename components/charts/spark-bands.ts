import { levelSpans } from "#components/charts/level-spans";
import type { SparkScales } from "#components/charts/spark-path";
import { areSameBands, type Bands } from "#lib/rules/bands";
import { type Labels, type Level, levelOf } from "#lib/rules/labels";

/** Where a level lies behind a line: its tone, from which place across, and between which down, in half pixels. */
export type SparkBand = readonly [tone: Level["tone"], x: number, top: number, bottom: number];

type Judged = { at: { bands: Bands | null }; labels: Labels } | undefined;

/** The levels as they are now, behind the last months that were judged by them; those in which no figure of the line lies are left out. */
export function sparkBands(cells: readonly Judged[], { x, y, height }: SparkScales): SparkBand[] {
  const last = cells.at(-1);
  if (!last?.at.bands) return [];
  const { bands } = last.at;
  const since = cells.findLastIndex((cell) => !areSameBands(cell?.at.bands ?? null, bands)) + 1;
  const left = since === 0 ? 0 : Math.round((x(since - 1) + x(since)) / 2);
  const within = (place: number) => Math.min(Math.max(Math.round(place), 0), height);
  return levelSpans(bands, (edge) => within(y(Number(edge))), height).flatMap(({ grade, top, bottom }): SparkBand[] => {
    const level = levelOf(last.labels, grade);
    return level ? [[level.tone, left, top, bottom]] : [];
  });
}
