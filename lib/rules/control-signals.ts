import Big from "big.js";
import type { ControlLimits } from "#lib/rules/control-limits";

export type Side = "high" | "low";

/** A sign that something other than chance was at work, and which way it points. */
export type Signal = { kind: "outside" | "two of three" | "shift" | "trend"; side: Side };

const [longShift, longTrend] = [7, 7];

/** The signals of each value, of all four kinds; a value that is missing has none, and ends every run. */
export function controlSignals(values: readonly (string | null)[], limits: ControlLimits): Signal[][] {
  const points = values.map((value) => (value === null ? null : Big(value)));
  const found: Signal[][] = values.map(() => []);
  const mark = (kind: Signal["kind"], marks: Marks) => {
    for (const [index, side] of marks) {
      const isMarked = found[index]!.some((signal) => signal.kind === kind && signal.side === side);
      if (!isMarked) found[index]!.push({ kind, side });
    }
  };
  mark("outside", outside(points, limits));
  mark("two of three", twoOfThree(points, limits));
  mark(
    "shift",
    runs(
      points.map((point) => sideOf(point, limits.mean)),
      longShift,
    ),
  );
  mark("trend", trends(points));
  return found;
}

type Points = readonly (Big | null)[];
type Marks = (readonly [number, Side])[];

function sideOf(point: Big | null, of: Big): Side | null {
  if (point === null || point.eq(of)) return null;
  return point.gt(of) ? "high" : "low";
}

/** Which way a point lies beyond two lines, if it does. */
function beyond(point: Big | null, lower: Big, upper: Big): Side | null {
  if (point?.gt(upper)) return "high";
  return point?.lt(lower) ? "low" : null;
}

const outside = (points: Points, { lower, upper }: ControlLimits): Marks =>
  points.flatMap((point, index) => {
    const side = beyond(point, lower, upper);
    return side ? [[index, side] as const] : [];
  });

/** Of three in a row on one side of the mean two or more are beyond two sigma: those are marked. */
function twoOfThree(points: Points, { mean, lowerTwoSigma, upperTwoSigma }: ControlLimits): Marks {
  return points.flatMap((_, first) => {
    const three = [first, first + 1, first + 2];
    const [side, ...others] = three.map((index) => sideOf(points[index] ?? null, mean));
    if (!side || others.some((other) => other !== side)) return [];
    const far = three.filter((index) => beyond(points[index]!, lowerTwoSigma, upperTwoSigma) === side);
    return far.length >= 2 ? far.map((index) => [index, side] as const) : [];
  });
}

/** Every place of a run of one side that is long enough. */
function runs(sides: readonly (Side | null)[], length: number): Marks {
  const found: Marks = [];
  for (let start = 0, end = 0; start < sides.length; start = end) {
    const side = sides[start]!;
    while (end < sides.length && sides[end] === side) end++;
    if (side && end - start >= length) for (let index = start; index < end; index++) found.push([index, side]);
  }
  return found;
}

/** Seven points that rise or fall are six steps; a point between a rise and a fall is of both. */
function trends(points: Points): Marks {
  const steps = points.map((point, index) => {
    const before = points[index - 1] ?? null;
    return point === null || before === null ? null : sideOf(point, before);
  });
  return runs(steps, longTrend - 1).flatMap(([index, side]) => [[index - 1, side] as const, [index, side] as const]);
}
