import { sparkPath } from "#components/charts/spark-path";
import type { Month } from "#lib/rules/month";
import { type Travel, travel } from "#lib/rules/travel";
import type { SheetIndicator } from "#lib/scorecards/sheet";

/** An indicator's figures over some months as a line, empty without figures, and how they travelled from the first to the last. */
export type TrendView = { path: string; overall?: Travel["verdict"] };

export function trendView(
  { cells, now }: SheetIndicator,
  months: readonly Month[],
  { width, height }: { width: number; height: number },
): TrendView {
  const points = months.map((month) => {
    const cell = cells.get(month);
    return { value: cell?.actual?.value ?? null, isDue: cell?.isDue ?? false };
  });
  const path = sparkPath(points, width, height);
  const given = points.flatMap(({ value }) => value ?? []);
  const [first, last] = [given[0], given.at(-1)];
  if (first === undefined || last === undefined || given.length < 2) return { path };
  return { path, overall: travel(first, last, now.direction).verdict };
}

/** The figures themselves, as plain as they are kept; null where there is none. */
export const figuresView = ({ cells }: SheetIndicator, months: readonly Month[]) =>
  months.map((month) => cells.get(month)?.actual?.value ?? null);
