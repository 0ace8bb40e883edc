import { Sparkline } from "#components/charts/sparkline";
import { type Month, monthShort } from "#lib/rules/month";
import { travel } from "#lib/rules/travel";
import type { SheetIndicator } from "#lib/scorecards/sheet";

/** An indicator's figures over the months shown, as a line from one due month to the next; what it shows is said in words too. */
export function IndicatorTrend({
  indicator,
  months,
  ...size
}: {
  indicator: SheetIndicator;
  months: readonly Month[];
  width?: number;
  height?: number;
}) {
  const points = months.map((month) => {
    const cell = indicator.cells.get(month);
    return { month, value: cell?.actual?.value ?? null, isDue: cell?.isDue ?? false };
  });
  const given = points.flatMap(({ month, value }) => (value === null ? [] : [{ month, value }]));
  const [first, last] = [given[0], given.at(-1)];
  const verdict =
    first && last && first !== last
      ? `, ${travel(first.value, last.value, indicator.now.direction).verdict} overall`
      : "";
  return (
    <Sparkline
      points={points}
      title={`${indicator.ref}: ${given.map(({ month, value }) => `${value} in ${monthShort(month)}`).join(", ")}${verdict}`}
      {...size}
    />
  );
}
