import { line } from "d3-shape";
import { type BandArea, bandAreas, type LevelName, levelNames } from "#components/charts/band-areas";
import { type ChartMark, type ChartPoint, marksOf, pointsOf } from "#components/charts/chart-points";
import { type ChartScales, chartScales } from "#components/charts/chart-scales";
import { type LevelLine, levelLines } from "#components/charts/level-lines";
import type { Edge } from "#lib/rules/band";
import type { Stretch } from "#lib/rules/control-chart";
import { formatFigure } from "#lib/rules/figure";
import { type Month, monthRange, monthShort } from "#lib/rules/month";
import type { Sheet, SheetCell, SheetIndicator } from "#lib/scorecards/sheet";

/** All that is drawn of an indicator: places across are parts of a hundred, and places down are pixels. */
export type Chart = {
  ticks: { y: number; label: string }[];
  months: { x: number; label: string; isKey: boolean }[];
  areas: BandArea[];
  levels: LevelName[];
  /** The line in the words of a path, across 1,000. */
  path: string;
  points: ChartPoint[];
  marks: ChartMark[];
  lines: LevelLine[];
  /** Where something begins anew, and what. */
  turns: { x: number; words: string }[];
  /** Where the axis begins, if not at zero. */
  beginsAt: string | null;
};

/** What an indicator's chart shows of the months of its sheet; null where it has no figure. */
export function chartModel(
  { figureMonths, milestoneMonths }: Sheet,
  indicator: SheetIndicator,
  stretches: readonly Stretch[],
): Chart | null {
  const { now } = indicator;
  const [first, ...others] = [...figureMonths, ...milestoneMonths].sort();
  if (!first) return null;
  const months = monthRange(first, others.at(-1) ?? first);
  const cells = months.flatMap((month) => indicator.cells.get(month) ?? []);
  const shown = new Set(figureMonths);
  const due = cells.filter(({ month, isDue, actual }) => shown.has(month) && (isDue || actual?.value != null));
  const values = valuesOf(cells, stretches, now.benchmark?.value ?? null);
  if (!due.some(({ actual }) => actual?.value != null)) return null;
  const scales = chartScales(months, values, now.unit);
  const areas = bandAreas(cells, scales);
  return {
    ticks: scales.ticks.map((value) => ({
      y: scales.y(value),
      label: formatFigure(String(value), decimalsOf(scales.ticks)),
    })),
    months: labelled(months, scales),
    areas,
    levels: levelNames(areas),
    path: pathOf(due, scales),
    points: pointsOf(stretches, indicator, scales),
    marks: marksOf(cells, scales),
    lines: levelLines(stretches, now, scales),
    turns: turnsOf(cells, scales),
    beginsAt: scales.low === 0 ? null : formatFigure(String(scales.low)),
  };
}

const decimalsOf = (ticks: readonly number[]) => (ticks.every((tick) => Number.isInteger(tick)) ? 0 : 1);

function valuesOf(cells: readonly SheetCell[], stretches: readonly Stretch[], benchmark: string | null): number[] {
  const figures = cells.flatMap(({ actual, at, milestone }) => [
    actual?.value ?? [],
    at.bands?.bestFirst.flatMap(endsOf) ?? [],
    milestone ? endsOf(milestone.milestone) : [],
  ]);
  const limits = stretches.flatMap(({ limits: found }) =>
    found ? [found.lower.toFixed(), found.upper.toFixed()] : [],
  );
  return [...figures.flat(), ...limits, ...(benchmark === null ? [] : [benchmark])].map(Number);
}

const endsOf = ({ edge, farEdge }: Edge) => (farEdge == null ? [edge] : [edge, farEdge]);

function labelled(months: readonly Month[], { x }: ChartScales): Chart["months"] {
  const every = Math.ceil(months.length / 10);
  const key = Math.max(every, Math.ceil(months.length / 4));
  return months.flatMap((month, index) =>
    index % every === 0 ? { x: x(month), label: monthShort(month), isKey: index % key === 0 } : [],
  );
}

function pathOf(due: readonly SheetCell[], { x, y }: ChartScales): string {
  const path = line<SheetCell>()
    .digits(0)
    .defined(({ actual }) => actual?.value != null)
    .x(({ month }) => x(month) * 10)
    .y(({ actual }) => y(actual!.value!));
  return path(due) ?? "";
}

const turnsOf = (cells: readonly SheetCell[], { x, half }: ChartScales): Chart["turns"] =>
  cells.flatMap(({ month, at }) => {
    const words = [at.breakInSeries && "break in the series", at.rebasedBecause && "limits anew"].filter(Boolean);
    if (at.definedFrom !== month || words.length === 0) return [];
    return { x: Math.round((x(month) - half) * 10) / 10, words: words.join(", ") };
  });
