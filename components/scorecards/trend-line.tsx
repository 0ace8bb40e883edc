import { Spark } from "#components/charts/spark";
import { trendSizes } from "#components/scorecards/trend-sizes";
import type { TrendView } from "#components/scorecards/trend-view";
import { type Month, monthShort } from "#lib/rules/month";

/** An indicator's line; in words, since nobody can read a figure off it: "2.3: 66 in Sep 13, 68 in Oct 13, improving overall". */
export function TrendLine({
  indicatorRef,
  trend: [path, bands, overall],
  figures,
  months,
  size,
}: {
  indicatorRef: string;
  trend: TrendView;
  figures: readonly (string | null)[];
  months: readonly Month[];
  size: { width: number; height: number };
}) {
  const said = figures.flatMap((figure, index) =>
    figure === null ? [] : `${figure} in ${monthShort(months[index]!)}`,
  );
  return (
    <Spark
      path={path}
      bands={bands}
      title={`${indicatorRef}: ${said.join(", ")}${overall ? `, ${overall} overall` : ""}`}
      {...size}
      isSizedAround={size === trendSizes.row}
    />
  );
}
