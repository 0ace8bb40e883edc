import { apart } from "#components/charts/apart";
import type { ChartScales } from "#components/charts/chart-scales";
import { levelSpans } from "#components/charts/level-spans";
import { plotHeight } from "#components/charts/plot-height";
import { areSameBands, type Bands } from "#lib/rules/bands";
import { type Labels, type Level, levelOf } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";

/** Where a level lies, from which place across to which. */
export type BandArea = Pick<Level, "tone" | "word" | "short"> & { x: number; width: number; y: number; height: number };

/** What the levels of the last months are called, beside them. */
export type LevelName = Pick<Level, "tone" | "word" | "short"> & { y: number };

type Judged = { month: Month; at: { bands: Bands | null }; labels: Labels };

/** The levels behind the figures, stepping where their bands change from a month on. */
export function bandAreas(cells: readonly Judged[], scales: ChartScales): BandArea[] {
  const stretches = cells.reduce<Judged[][]>((found, cell) => {
    const before = found.at(-1)?.at(-1);
    if (before && isJudgedAlike(before, cell)) found.at(-1)!.push(cell);
    else found.push([cell]);
    return found;
  }, []);
  return stretches.flatMap((stretch) => areasOf(stretch, scales));
}

/** The names of the levels where they lie last, none upon another. */
export function levelNames(areas: readonly BandArea[]): LevelName[] {
  const end = areas.at(-1);
  const names = areas
    .filter(({ x }) => x === end?.x)
    .map(({ tone, word, short, y, height }) => ({ tone, word, short, y: y + height / 2 + 4 }));
  return apart(names);
}

const isJudgedAlike = (one: Judged, other: Judged) =>
  areSameBands(one.at.bands, other.at.bands) && JSON.stringify(one.labels) === JSON.stringify(other.labels);

function areasOf(stretch: readonly Judged[], { x, half, y }: ChartScales): BandArea[] {
  const { at, labels } = stretch[0]!;
  if (!at.bands) return [];
  const [left, right] = [x(stretch[0]!.month) - half, x(stretch.at(-1)!.month) + half];
  return levelSpans(at.bands, y, plotHeight).flatMap(({ grade, top, bottom }) => {
    const level = levelOf(labels, grade);
    if (!level) return [];
    return {
      tone: level.tone,
      word: level.word,
      short: level.short,
      x: Math.round(left * 10) / 10,
      width: Math.round((right - left) * 10) / 10,
      y: top,
      height: bottom - top,
    };
  });
}
