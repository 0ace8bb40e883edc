import type Big from "big.js";
import type { Direction } from "#db/vocabulary";
import { type Edge, reaches, signTo } from "#lib/rules/band";
import { type Aim, rangeOf } from "#lib/rules/better";
import { type ControlLimits, controlLimits } from "#lib/rules/control-limits";
import { controlSignals, type Side, type Signal } from "#lib/rules/control-signals";
import type { Month } from "#lib/rules/month";
import { signOf } from "#lib/rules/which-is-better";

/** A month in which a figure is due, with its value or null where it is missing. A series has its own points: months between quarters are none. */
export type SeriesPoint = { month: Month; value: string | null };

export type ControlPoint = SeriesPoint & { signals: Signal[] };

/** What lies between two rebasings: its own limits, or none while it has too few values. */
export type Stretch = { points: ControlPoint[]; limits: ControlLimits | null };

/** What the latest figure says: nothing unusual, or which way it points and whether that is good; inside the range it is usually in, neither. */
export type Variation = { is: "common cause" } | { is: "improvement" | "concern" | "neither"; side: Side };

export type Assurance = "consistently passes" | "consistently fails" | "hit or miss";

/** A series' points in stretches, each from a month from which it is rebased. Runs end there, as limits do. */
export function controlChart(series: readonly SeriesPoint[], rebasedFrom: readonly Month[] = []): Stretch[] {
  const starts = [...new Set(rebasedFrom)].sort();
  const byStretch = Map.groupBy(series, ({ month }) => starts.filter((start) => start <= month).length);
  return [...byStretch.values()].map((points) => {
    const values = points.map(({ value }) => value);
    const limits = controlLimits(values);
    const signals = limits ? controlSignals(values, limits) : values.map(() => []);
    return { limits, points: points.map((point, index) => ({ ...point, signals: signals[index]! })) };
  });
}

/** The last point that has a figure, with the limits that hold there; null without any. */
export function latestPoint(
  stretches: readonly Stretch[],
): { point: ControlPoint; limits: ControlLimits | null } | null {
  for (const { points, limits } of stretches.toReversed()) {
    const point = points.findLast(({ value }) => value !== null);
    if (point) return { point, limits };
  }
  return null;
}

/** Null without limits. Signals both ways show improvement. */
export function variationOf(stretches: readonly Stretch[], aim: Aim): Variation | null {
  const latest = latestPoint(stretches);
  return latest?.limits ? pointVariation(latest.point, latest.limits, aim) : null;
}

/** What the signals of one point say. */
export function pointVariation({ signals, value }: ControlPoint, limits: ControlLimits | null, aim: Aim): Variation {
  const sides = signals.map(({ side }) => side);
  const [side] = sides;
  if (!side || !limits || value === null) return { is: "common cause" };
  const good = goodSide(value, limits, aim);
  if (good === null) return { is: "neither", side };
  return sides.includes(good) ? { is: "improvement", side: good } : { is: "concern", side };
}

/** Towards a range from where the figure lies, or inside it from where it usually lies. */
function goodSide(value: string, { mean }: ControlLimits, aim: Aim): Side | null {
  if (aim.direction !== "within") return signOf(aim.direction) > 0 ? "high" : "low";
  const range = rangeOf(aim);
  const way = range && (signTo(value, range, "within") || signTo(mean.toFixed(), range, "within"));
  return way ? (way > 0 ? "high" : "low") : null;
}

/** Whether a target can be counted on while nothing changes; null without limits. */
export function assuranceOf(stretches: readonly Stretch[], target: Edge, direction: Direction): Assurance | null {
  const limits = latestPoint(stretches)?.limits;
  if (!limits) return null;
  const { lower, upper } = limits;
  if (direction === "within") {
    const [low, high] = [signTo(lower.toFixed(), target, direction), signTo(upper.toFixed(), target, direction)];
    if (low !== high) return "hit or miss";
    return low === 0 ? "consistently passes" : "consistently fails";
  }
  const sign = signOf(direction);
  const [worst, best] = sign > 0 ? [lower, upper] : [upper, lower];
  if (worst.eq(best)) return reaches(worst.toFixed(), target, direction) ? "consistently passes" : "consistently fails";
  const beyond = (limit: Big) => limit.cmp(target.edge) * sign;
  if (beyond(worst) > 0) return "consistently passes";
  return beyond(best) < 0 ? "consistently fails" : "hit or miss";
}
