import { scaleBand, scaleLinear } from "d3-scale";
import { barsHeight } from "#components/pictures/bars-height";
import type { MonthCounts } from "#components/pictures/month-counts";
import { type Month, monthShort } from "#lib/rules/month";

/** How high a part must be to have room for its label. */
const lineHeight = 11;

/** One month's bar, the best level on top: places across are parts of a hundred. A part has its tone, or none. */
export type Bar = {
  name: string;
  x: number;
  width: number;
  parts: [tone: string, y: number, height: number, label: string][];
};

/** How many indicators earned each level, drawn from zero. */
export function countsBars(counts: readonly MonthCounts[]): Bar[] {
  const across = scaleBand<Month>(
    counts.map(({ month }) => month),
    [0, 100],
  ).padding(0.12);
  const totals = counts.map((each) => slices(each).reduce((sum, { count }) => sum + count, 0));
  const up = scaleLinear([0, Math.max(1, ...totals)], [0, barsHeight]);
  return counts.map((each) => {
    const own = slices(each);
    const heights = own.map(({ count }) => up(count));
    return {
      name: monthShort(each.month),
      x: round(across(each.month) ?? 0),
      width: round(across.bandwidth()),
      parts: own.map(({ tone, count, short }, index) => {
        const below = heights.slice(index).reduce((sum, height) => sum + height, 0);
        const height = heights[index]!;
        return [tone, round(barsHeight - below), round(height), height >= lineHeight ? `${short}${count}` : ""];
      }),
    };
  });
}

const slices = ({ levels, ungraded, without }: MonthCounts) =>
  [
    ...levels.map(({ level, count }) => ({ tone: level.tone as string, count, short: level.short })),
    { tone: "", count: ungraded, short: "○" },
    { tone: "", count: without, short: "–" },
  ].filter(({ count }) => count > 0);

const round = (place: number) => Math.round(place * 10) / 10;
