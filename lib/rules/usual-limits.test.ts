import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstLabels as labels } from "#lib/people/first-labels";
import type { ActualContent } from "#lib/rules/actual";
import { commentWanted } from "#lib/rules/comment-wanted";
import { controlChart } from "#lib/rules/control-chart";
import { figureDoubt } from "#lib/rules/figure-doubt";
import { addMonths } from "#lib/rules/month";
import { unusual } from "#lib/rules/unusual";
import { usualLimits } from "#lib/rules/usual-limits";

const figures = (values: readonly (number | null)[], every = 1) =>
  values.flatMap((value, index) => {
    return value === null ? [] : [{ month: addMonths("2012-01", index * every), value: String(value) }];
  });
const limitsOf = (values: readonly (number | null)[], precision = 0, every = 1) => {
  const month = addMonths("2012-01", values.length * every);
  return usualLimits(figures(values, every), { month, every, precision });
};
const alternating = (count: number) => Array.from({ length: count }, (_, index) => (index % 2 === 0 ? 70 : 72));

describe("between which figures a month's is usual", () => {
  test("is said by thirteen figures before it, and by no fewer", () => {
    expect(limitsOf(alternating(12))).toBeNull();
    // A mean of 70.92, ranges of 2: from 65.6 to 76.2.
    expect(limitsOf(alternating(13))).toEqual({ least: "66", most: "76" });
    expect(limitsOf(alternating(13), 1)).toEqual({ least: "65.7", most: "76.2" });
  });

  test("is said by figures since the last month before it in which it was worked out anew", () => {
    const all = figures([...Array.from({ length: 13 }, () => 20), ...alternating(14)]);
    const at = { month: addMonths("2012-01", 27), every: 1, precision: 0 };
    expect(usualLimits(all, { ...at, rebasedFrom: ["2013-02", "2012-06", "2014-07"] })).toEqual({
      least: "66",
      most: "76",
    });
    expect(usualLimits(all, { ...at, rebasedFrom: ["2013-04"] })).toBeNull();
    expect(usualLimits(all, at)).not.toEqual({ least: "66", most: "76" });
  });

  test("is said by the figures before it alone, and by the last two dozen", () => {
    const all = figures([...Array.from({ length: 6 }, () => 5), ...alternating(24), 99, 3]);
    const at = { month: addMonths("2012-01", 30), every: 1, precision: 0 };
    expect(usualLimits(all, at)).toEqual(limitsOf(alternating(24)));
  });

  test("takes no step across a month that is missing", () => {
    const values = [...Array.from({ length: 7 }, () => 10), null, ...Array.from({ length: 7 }, () => 20)];
    expect(limitsOf(values)).toEqual({ least: "15", most: "15" });
  });

  test("is of a quarterly indicator's own figures, which leave no month out", () => {
    expect(limitsOf(alternating(13), 0, 3)).toEqual({ least: "66", most: "76" });
  });

  test("is never so narrow that no figure could be usual", () => {
    const values = [80, ...Array.from({ length: 12 }, () => 81)];
    expect(limitsOf(values)).toEqual({ least: "81", most: "81" });
    expect(limitsOf(Array.from({ length: 13 }, () => 100))).toEqual({ least: "100", most: "100" });
  });

  // A mean of -0.46, ranges of 2.75.
  test("may lie below zero, as the difference of two figures may", () => {
    expect(limitsOf([-3, 1, -2, 0, -1, 2, -3, 1, -2, 0, -1, 2, 0], 1)).toEqual({ least: "-7.7", most: "6.8" });
  });

  test("agrees with a chart of the same figures on which of them lie outside", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 13, maxLength: 24 }), (values) => {
        const limits = limitsOf(values)!;
        const [stretch] = controlChart(figures(values));
        const outside = stretch!.points.map(({ signals }) => signals.some(({ kind }) => kind === "outside"));
        const said = values.map((value) => unusual(String(value), limits) !== null);
        // Where none of the figures that can be kept lies between the limits, those beside them are taken for usual.
        expect(said.every((is, index) => !is || outside[index])).toBe(true);
        const isWide = stretch!.limits!.upper.minus(stretch!.limits!.lower).gte(1);
        if (isWide) expect(said).toEqual(outside);
      }),
    );
  });
});

const usual = { least: "66", most: "76" };

test("a figure is said to be unusual with the limit that it crosses", () => {
  expect(["65", "66", "76", "77"].map((value) => unusual(value, usual))).toEqual([
    "below its usual range, from 66",
    null,
    null,
    "above its usual range, up to 76",
  ]);
  expect([unusual(null, usual), unusual("500", null), unusual("500", undefined)]).toEqual([null, null, null]);
});

test("a figure outside its usual range is asked about as it is typed, once, and can be meant", () => {
  const around = { unit: "count", precision: 0, edges: [], previous: "70", present: null, usual } as const;
  expect(figureDoubt("77", around)).toEqual({
    message: "77 is above its usual range, up to 76. Is it right?",
    offers: ["77"],
  });
  expect(figureDoubt("76", around)).toBeNull();
  expect(figureDoubt("77", { ...around, present: "77.0" })).toBeNull();
});

test("a comment is required on it in the return, beside the other reasons", () => {
  const of = { month: "2013-12", state: "open", labels } as const;
  const comment = { state: "none", reason: null, approvedFor: null } as const;
  const row = { bands: null, milestone: null, previous: null, usual, comment };
  const wanted = (value: string) => commentWanted(row, { value, missing: null } as ActualContent, of);
  expect([wanted("65"), wanted("70")]).toEqual([["the figure is below its usual range, from 66"], []]);
});
