import { scaleLinear, scalePoint } from "d3-scale";
import { plotHeight } from "#components/charts/plot-height";
import type { Unit } from "#db/vocabulary";
import { beginsAtZero } from "#lib/rules/figure-words";
import type { Month } from "#lib/rules/month";

export type ChartScales = {
  /** The middle of a month, from 0 to 100 across. */
  x: (month: Month) => number;
  /** Half of what a month takes across. */
  half: number;
  /** Pixels from the top, whole. */
  y: (value: number | string) => number;
  ticks: number[];
  low: number;
  high: number;
};

/** Scales that have room for all that is drawn, from zero or from the least of the figures; a percentage ends at 100. */
export function chartScales(months: readonly Month[], values: readonly number[], unit: Unit): ChartScales {
  const across = scalePoint<Month>(months, [0, 100]).padding(0.5);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isFlat = least === most && !beginsAtZero(unit);
  const up = scaleLinear(
    [beginsAtZero(unit) ? 0 : least - (isFlat ? 1 : 0), most + (isFlat || most === 0 ? 1 : 0)],
    [plotHeight, 0],
  ).nice(5);
  if (unit === "percent" && up.domain()[1]! > 100) up.domain([0, 100]);
  const [low = 0, high = 0] = up.domain();
  return {
    x: (month) => Math.round((across(month) ?? 0) * 10) / 10,
    half: across.step() / 2,
    y: (value) => Math.round(up(Math.min(high, Math.max(low, Number(value))))),
    ticks: up.ticks(5),
    low,
    high,
  };
}
