import { readFileSync } from "node:fs";
import { join } from "node:path";
import Big from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assuranceOf, controlChart, latestPoint, type SeriesPoint, variationOf } from "#lib/rules/control-chart";
import { controlLimits, limitsAround } from "#lib/rules/control-limits";
import { controlSignals, type Signal } from "#lib/rules/control-signals";
import { addMonths, type Month } from "#lib/rules/month";

const first: Month = "2011-01";
const seriesOf = (values: readonly (number | null)[]): SeriesPoint[] =>
  values.map((value, index) => ({
    month: addMonths(first, index),
    value: value === null ? null : Big(value).toFixed(),
  }));
const texts = (values: readonly number[]) => values.map((value) => Big(value).toFixed());
type Case = {
  id: string;
  values: number[];
  published: { screened: { mean: number; lpl: number; upl: number } };
  computed: { mean: number; amr: number; lpl: number; u2: number; flags: string[] };
};
const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, "cases/spc.json"), "utf8")) as { cases: Case[] };
const caseOf = (name: string) => cases.find(({ id }) => id === name)!;
const words = ({ kind, side }: Signal) => `${kind} ${side}`;
const signalsIn = (values: readonly (number | null)[], rebased: Month[] = []) =>
  controlChart(seriesOf(values), rebased).flatMap(({ points }) => points.map(({ signals }) => signals.map(words)));
const calm = [50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 50, 52];

describe("limits", () => {
  test("are those that others published of the same values, screened", () => {
    const { values, published: said } = caseOf("ptd-snapshot-2-outlier");
    const limits = controlLimits(texts(values))!;
    expect(limits.mean.toNumber()).toBeCloseTo(said.screened.mean, 6);
    expect(limits.lower.toNumber()).toBeCloseTo(said.screened.lpl, 5);
    expect(limits.upper.toNumber()).toBeCloseTo(said.screened.upl, 5);
  });

  test("leave no signal of a worked example untold", () => {
    const { values, computed } = caseOf("wheeler-accounts-receivable");
    const limits = limitsAround(Big(computed.mean), Big(computed.amr));
    expect(limits.lower.toNumber()).toBeCloseTo(computed.lpl, 5);
    expect(limits.upperTwoSigma.toNumber()).toBeCloseTo(computed.u2, 5);
    const named: Record<string, string> = { "two of three": "2 of 3", shift: "shift", outside: "outside" };
    const flags = controlSignals(texts(values), limits).map(([signal]) =>
      signal ? `${named[signal.kind]} ${signal.side === "low" ? "below" : "above"}` : "common",
    );
    expect(flags).toEqual(computed.flags);
  });

  test("are none under thirteen values, however many months there are", () => {
    expect(controlLimits(texts([...calm]))).toBeNull();
    expect(controlLimits([...texts(calm), null, null])).toBeNull();
    expect(controlLimits(texts([...calm, 50]))).not.toBeNull();
    expect(controlLimits(Array.from({ length: 26 }, (_, index) => (index % 2 ? null : "5")))).toBeNull();
  });

  test("take no range across a month that is missing", () => {
    const split = [...texts([10, 11, 10, 11, 10, 11, 10]), null, ...texts([90, 91, 90, 91, 90, 91, 90])];
    expect(controlLimits(split)!.upper.minus(controlLimits(split)!.lower).toNumber()).toBeCloseTo(5.32, 10);
  });

  test("of values that are all the same are that value", () => {
    const chart = controlChart(seriesOf(Array.from({ length: 13 }, () => 100)));
    expect(chart[0]!.limits!.lower.toFixed()).toBe("100");
    expect(chart[0]!.limits!.upper.toFixed()).toBe("100");
    expect(variationOf(chart, { direction: "higher" })).toEqual({ is: "common cause" });
    expect(assuranceOf(chart, { edge: "95", strict: false }, "higher")).toBe("consistently passes");
    expect(assuranceOf(chart, { edge: "100", strict: false }, "higher")).toBe("consistently passes");
    expect(assuranceOf(chart, { edge: "100", strict: true }, "higher")).toBe("consistently fails");
    expect(assuranceOf(chart, { edge: "95", strict: false }, "lower")).toBe("consistently fails");
  });
});

describe("signals", () => {
  test("a figure outside the limits", () => {
    expect(signalsIn([...calm, 90]).at(-1)).toContain("outside high");
    expect(signalsIn([...calm, 52]).flat()).toEqual([]);
  });

  test("seven on one side of the mean, every one of them; a point on the mean or a month that is missing ends the run", () => {
    const limits = limitsAround(Big(10), Big(100));
    const of = (values: (number | null)[]) =>
      controlSignals(
        values.map((value) => (value === null ? null : String(value))),
        limits,
      ).map((signals) => signals.map(words));
    expect(of([9, 11, 12, 11, 12, 11, 12, 11])).toEqual([[], ...Array.from({ length: 7 }, () => ["shift high"])]);
    expect(of([11, 12, 11, 12, 11, 12]).flat()).toEqual([]);
    expect(of([11, 12, 11, 10, 12, 11, 12, 11]).flat()).toEqual([]);
    expect(of([11, 12, 11, null, 12, 11, 12, 11]).flat()).toEqual([]);
  });

  test("seven that rise or fall, and not a step less; two alike end it", () => {
    const limits = limitsAround(Big(50), Big(1000));
    const of = (values: number[]) => controlSignals(texts(values), limits).map((signals) => signals.map(words));
    expect(of([47, 48, 49, 50, 51, 52, 53])).toEqual(Array.from({ length: 7 }, () => ["trend high"]));
    expect(of([48, 49, 50, 51, 52, 53]).flat()).toEqual([]);
    expect(of([47, 48, 49, 50, 50, 51, 52, 53]).flat()).toEqual([]);
    const peak = of([47, 48, 49, 50, 51, 52, 53, 52, 51, 50, 49, 48, 47]);
    expect(peak[6]).toEqual(["trend high", "trend low"]);
    expect(peak.flat()).toHaveLength(14);
  });

  test("two of three beyond two sigma, those two alone, and only where all three are on one side", () => {
    const limits = limitsAround(Big(0), Big(10));
    const of = (values: number[]) => controlSignals(texts(values), limits).map((signals) => signals.map(words));
    expect(of([20, 5, 20])).toEqual([["two of three high"], [], ["two of three high"]]);
    expect(of([20, -5, 20]).flat()).toEqual([]);
    expect(of([20, 0, 20]).flat()).toEqual([]);
    expect(of([20, 30])).toEqual([[], ["outside high"]]);
    expect(of([30, 20, 5])).toEqual([["outside high", "two of three high"], ["two of three high"], []]);
  });
});

describe("a chart", () => {
  test("begins anew where it is rebased, and has no limits there until there are thirteen again", () => {
    const chart = controlChart(seriesOf([...calm, 52, ...calm.map((value) => value + 30)]), [addMonths(first, 13)]);
    expect(chart.map(({ points, limits }) => [points.length, limits !== null])).toEqual([
      [13, true],
      [12, false],
    ]);
    expect(variationOf(chart, { direction: "higher" })).toBeNull();
    expect(assuranceOf(chart, { edge: "60", strict: false }, "higher")).toBeNull();
  });

  test("judges by the latest figure, not the latest month", () => {
    const chart = controlChart(seriesOf([...calm, 90, null]));
    expect(latestPoint(chart)?.point.month).toBe(addMonths(first, 12));
    expect(variationOf(chart, { direction: "higher" })).toEqual({ is: "improvement", side: "high" });
    expect(variationOf(chart, { direction: "lower" })).toEqual({ is: "concern", side: "high" });
    expect(variationOf(controlChart([]), { direction: "lower" })).toBeNull();
  });

  test.each([
    ["higher", "10", "consistently passes"],
    ["higher", "51", "hit or miss"],
    ["higher", "90", "consistently fails"],
    ["lower", "10", "consistently fails"],
    ["lower", "51", "hit or miss"],
    ["lower", "90", "consistently passes"],
  ] as const)("whose %s figures are better and whose target is %s: %s", (direction, edge, said) => {
    expect(assuranceOf(controlChart(seriesOf([...calm, 50])), { edge, strict: false }, direction)).toBe(said);
  });
});

describe("of any series", () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { nil: null, freq: 8 }), {
    minLength: 13,
    maxLength: 60,
  });

  test("the same is said however high it lies, and the mirrored of what is mirrored", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -500, max: 500 }), (given, by) => {
        const shifted = given.map((value) => (value === null ? null : value + by));
        expect(signalsIn(shifted)).toEqual(signalsIn(given));
        const mirrored = signalsIn(given.map((value) => (value === null ? null : -value)));
        const turned = mirrored.map((signals) =>
          signals.map((signal) => signal.replace(/high|low/, (side) => (side === "high" ? "low" : "high"))).sort(),
        );
        expect(turned).toEqual(signalsIn(given).map((signals) => signals.sort()));
      }),
    );
  });

  test("a month that is missing has no signal, and a longer one no fewer points", () => {
    fc.assert(
      fc.property(values, (given) => {
        const signals = signalsIn(given);
        expect(signals).toHaveLength(given.length);
        for (const [index, value] of given.entries()) if (value === null) expect(signals[index]).toEqual([]);
      }),
    );
  });
});

test.each([
  [24, 12, "100", "99"],
  [24, 5, "0", "1"],
])("of %i months of which one is otherwise that one alone lies outside", (months, other, usual, unusual) => {
  const values = Array.from({ length: months }, (_, index) => (index === other ? unusual : usual));
  const series = values.map((value, index) => ({ month: addMonths("2012-01", index), value }));
  const [stretch] = controlChart(series);
  const outside = stretch!.points.filter(({ signals }) => signals.some(({ kind }) => kind === "outside"));
  expect(outside.map(({ month }) => month)).toEqual([series[other]!.month]);
});
