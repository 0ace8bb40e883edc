import type { SeriesPoint } from "#lib/rules/control-chart";
import { addMonths, type Month } from "#lib/rules/month";
import type { EarlierFigure } from "#lib/rules/usual-limits";

/** An indicator's figures by the months in which they were due, every so many up to one; a month without a figure has none. */
export function dueSeries(figures: readonly EarlierFigure[], month: Month, every: number): SeriesPoint[] {
  const byMonth = new Map(figures.map((each) => [each.month, each.value]));
  const first = figures.map((each) => each.month).sort()[0] ?? month;
  const series: SeriesPoint[] = [];
  for (let at = month; at >= first; at = addMonths(at, -every))
    series.push({ month: at, value: byMonth.get(at) ?? null });
  return series.reverse();
}
