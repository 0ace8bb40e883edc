import { chartModel } from "#components/charts/chart-model";
import { chartWords } from "#components/charts/chart-words";
import { ChartAxis, ChartLevels, ChartPlot } from "#components/charts/indicator-chart";
import { plotHeight } from "#components/charts/plot-height";
import type { Stretch } from "#lib/rules/control-chart";
import type { Sheet, SheetIndicator } from "#lib/scorecards/sheet";

const [width, plotWidth, top] = [480, 404, 14];

/** The chart of an indicator's page, small, over what it shows in words; or that there is nothing to draw. */
export function PackChart({
  sheet,
  indicator,
  stretches,
}: {
  sheet: Sheet;
  indicator: SheetIndicator;
  stretches: readonly Stretch[];
}) {
  const title = `${indicator.ref} ${indicator.now.measure}`;
  const chart = chartModel(sheet, indicator, stretches);
  const words = chart ? chartWords(indicator, stretches, chart.beginsAt)[0] : "There is no figure yet to draw.";
  return (
    <div className="chart-of">
      <h3>{title}</h3>
      {chart && (
        <svg viewBox={`0 0 ${width} ${top + plotHeight + 26}`} width="100%">
          <ChartAxis chart={chart} at={{ y: top }} />
          <ChartPlot chart={chart} title={`Chart of ${title}. ${words}`} at={{ x: 44, y: top, width: plotWidth }} />
          <ChartLevels chart={chart} at={{ x: 44 + plotWidth, y: top }} />
        </svg>
      )}
      <p className="small">{words}</p>
    </div>
  );
}
