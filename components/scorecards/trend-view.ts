import { type SparkBand, sparkBands } from "#components/charts/spark-bands";
import { sparkPath, sparkScales } from "#components/charts/spark-path";
import type { Month } from "#lib/rules/month";
import { type Travel, travel } from "#lib/rules/travel";
import type { SheetIndicator } from "#lib/scorecards/sheet";

/**
 * An indicator's figures over some months as a line, empty without figures, its levels behind it, and how they travelled from
 * the first to the last. A tuple, because every row of a table sends one.
 */
export type TrendView = [path: string, bands?: SparkBand[], overall?: NonNullable<Travel["verdict"]>];

export function trendView(
  { cells, now }: SheetIndicator,
  months: readonly Month[],
  { width, height }: { width: number; height: number },
): TrendView {
  const points = months.map((month) => {
    const cell = cells.get(month);
    return { value: cell?.actual?.value ?? null, isDue: cell?.isDue ?? false };
  });
  const scales = sparkScales(points, width, height);
  const path = sparkPath(points, scales);
  if (!path) return [path];
  const judged = sparkBands(
    months.map((month) => cells.get(month)),
    scales,
  );
  const given = points.flatMap(({ value }) => value ?? []);
  const [first, last] = [given[0], given.at(-1)];
  if (first === undefined || last === undefined || given.length < 2) return [path, judged];
  const { verdict } = travel(first, last, now);
  return verdict ? [path, judged, verdict] : [path, judged];
}

/** The figures themselves, as plain as they are kept; null where there is none. */
export const figuresView = ({ cells }: SheetIndicator, months: readonly Month[]) =>
  months.map((month) => cells.get(month)?.actual?.value ?? null);
