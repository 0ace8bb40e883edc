import { TrendLine } from "#components/scorecards/trend-line";
import { figuresView, trendView } from "#components/scorecards/trend-view";
import type { Month } from "#lib/rules/month";
import type { SheetIndicator } from "#lib/scorecards/sheet";

/** An indicator's figures over the months shown, as a line from one due month to the next; what it shows is said in words too. */
export function IndicatorTrend({
  indicator,
  months,
  width = 92,
  height = 28,
}: {
  indicator: SheetIndicator;
  months: readonly Month[];
  width?: number;
  height?: number;
}) {
  const size = { width, height };
  return (
    <TrendLine
      indicatorRef={indicator.ref}
      trend={trendView(indicator, months, size)}
      figures={figuresView(indicator, months)}
      months={months}
      size={size}
    />
  );
}
