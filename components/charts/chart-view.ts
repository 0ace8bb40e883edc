import { type Chart, chartModel } from "#components/charts/chart-model";
import { chartWords } from "#components/charts/chart-words";
import type { Stretch } from "#lib/rules/control-chart";
import type { Sheet, SheetIndicator } from "#lib/scorecards/sheet";

export type ChartView = { ref: string; chart: Chart; words: string };

/** An indicator's chart and what it shows, in finished words and places; null where it has no figure yet. */
export function chartView(sheet: Sheet, indicator: SheetIndicator, stretches: readonly Stretch[]): ChartView | null {
  const chart = chartModel(sheet, indicator, stretches);
  return chart && { ref: indicator.ref, chart, words: chartWords(indicator, stretches, chart.beginsAt).join(" ") };
}
