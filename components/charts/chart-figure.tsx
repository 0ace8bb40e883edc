import { ChartKey } from "#components/charts/chart-key";
import type { ChartView } from "#components/charts/chart-view";
import { IndicatorChart } from "#components/charts/indicator-chart";
import { SaveAsPng } from "#components/charts/save-as-png";

/** An indicator's chart with what it shows in words, and what its signs mean; the months' table stands behind it. */
export function ChartFigure({ view, file }: { view: ChartView | null; file?: string }) {
  if (!view) return <p className="my-4 text-soft">There is no figure yet to draw.</p>;
  const { ref, chart, words } = view;
  return (
    <figure className="my-4">
      <IndicatorChart chart={chart} title={`Chart of ${ref}, month by month; the table of months has its figures`} />
      <figcaption className="mt-1 max-w-4xl text-sm text-soft">
        <ChartKey chart={chart} />
        <p>
          {words} A band is a local threshold, not an inspection judgement.{" "}
          {file && (
            <>
              <a download className="link print:hidden" href={file}>
                Save the chart as SVG
              </a>{" "}
              <SaveAsPng file={file} />
            </>
          )}
        </p>
      </figcaption>
    </figure>
  );
}
