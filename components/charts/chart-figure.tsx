import { ChartKey } from "#components/charts/chart-key";
import { chartModel } from "#components/charts/chart-model";
import { chartWords } from "#components/charts/chart-words";
import { IndicatorChart } from "#components/charts/indicator-chart";
import { SaveAsPng } from "#components/charts/save-as-png";
import type { Stretch } from "#lib/rules/control-chart";
import type { Sheet, SheetIndicator } from "#lib/scorecards/sheet";

type Props = { sheet: Sheet; indicator: SheetIndicator; stretches: readonly Stretch[]; file?: string };

/** An indicator's chart with what it shows in words, and what its signs mean; the months' table stands behind it. */
export function ChartFigure({ sheet, indicator, stretches, file }: Props) {
  const chart = chartModel(sheet, indicator, stretches);
  if (!chart) return <p className="my-4 text-soft">There is no figure yet to draw.</p>;
  return (
    <figure className="my-4">
      <IndicatorChart
        chart={chart}
        title={`Chart of ${indicator.ref}, month by month; the table of months has its figures`}
      />
      <figcaption className="mt-1 max-w-4xl text-sm text-soft">
        <ChartKey chart={chart} />
        <p>
          {chartWords(indicator, stretches, chart.beginsAt).join(" ")} A band is a local threshold, not an inspection
          judgement.{" "}
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
