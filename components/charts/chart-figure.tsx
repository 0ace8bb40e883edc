import { ChartKey } from "#components/charts/chart-key";
import type { ChartView } from "#components/charts/chart-view";
import { IndicatorChart } from "#components/charts/indicator-chart";

/** An indicator's chart with what it shows in words, and what its signs mean; the months' table stands behind it. */
export function ChartFigure({ view }: { view: ChartView | null }) {
  if (!view) return <p className="my-4 text-soft">There is no figure yet to draw.</p>;
  const { ref, chart, words } = view;
  return (
    <figure className="my-4">
      <IndicatorChart chart={chart} title={`Chart of ${ref}, month by month; the table of months has its figures`} />
      <figcaption className="mt-1 max-w-4xl text-sm text-soft">
        <ChartKey chart={chart} />
        <p>{words} A band is a local threshold, not an inspection judgement.</p>
      </figcaption>
    </figure>
  );
}
