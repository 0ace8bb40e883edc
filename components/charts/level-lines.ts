import Big from "big.js";
import type { ChartScales } from "#components/charts/chart-scales";
import { drawnLimits } from "#components/charts/drawn-limits";
import type { Stretch } from "#lib/rules/control-chart";
import { formatFigure } from "#lib/rules/figure";
import type { IndicatorAt } from "#lib/scorecards/sheet";

/** A line at one height, from one place across to another, and what it is. */
export type LevelLine = {
  kind: "benchmark" | "mean" | "limit";
  from: number;
  to: number;
  y: number;
  label: string;
};

/** The benchmark across the plot; and of each stretch its mean and its limits. */
export function levelLines(
  stretches: readonly Stretch[],
  { benchmark, unit, precision }: IndicatorAt,
  { x, half, y }: ChartScales,
): LevelLine[] {
  const said = (value: Big) => formatFigure(value.round(precision + 1, Big.roundHalfUp).toFixed());
  const limits = stretches.flatMap(({ points, limits: found }) => {
    const [first, last] = [points[0], points.at(-1)];
    if (!found || !first || !last) return [];
    const ends = { from: x(first.month) - half, to: x(last.month) + half };
    const one = (kind: LevelLine["kind"], name: string, value: Big) => ({
      kind,
      ...ends,
      y: y(value.toFixed()),
      label: `${name} ${said(value)}`,
    });
    const { lower, upper } = drawnLimits(found, unit);
    return [
      ...(upper ? [one("limit", "upper limit", upper)] : []),
      one("mean", "mean", found.mean),
      ...(lower ? [one("limit", "lower limit", lower)] : []),
    ];
  });
  const compared = benchmark
    ? [
        {
          kind: "benchmark" as const,
          from: 0,
          to: 100,
          y: y(benchmark.value),
          label: [benchmark.name, benchmark.value, benchmark.year && `(${benchmark.year})`].filter(Boolean).join(" "),
        },
      ]
    : [];
  return [...compared, ...limits];
}
