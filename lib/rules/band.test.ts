import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Direction } from "#db/vocabulary";
import { edgeOf, parseBand, printBand, reaches, type Threshold } from "#lib/rules/band";

const numbers = fc
  .tuple(fc.nat(999_999), fc.integer({ min: 0, max: 4 }))
  .map(([digits, decimals]) => String(Number(`${digits}e-${decimals}`)));

const thresholds: fc.Arbitrary<Threshold> = fc.oneof(
  fc.record({ kind: fc.constant("range" as const), from: numbers, to: numbers }),
  fc.record({ kind: fc.constantFrom("below" as const, "above", "or more", "plain"), edge: numbers }),
);

const directions = fc.constantFrom<Direction>("higher", "lower");

describe("one band", () => {
  test("is read in every spelling of the source, and in those people use", () => {
    expect(parseBand("20-15")).toEqual({ kind: "range", from: "20", to: "15" });
    expect(parseBand(" 75 – 84 ")).toEqual({ kind: "range", from: "75", to: "84" });
    expect(parseBand("75%-84%")).toEqual({ kind: "range", from: "75", to: "84" });
    expect(parseBand("10 to 14.5")).toEqual({ kind: "range", from: "10", to: "14.5" });
    expect(parseBand("below 20")).toEqual({ kind: "below", edge: "20" });
    expect(parseBand("Below 20 %")).toEqual({ kind: "below", edge: "20" });
    expect(parseBand("above 5")).toEqual({ kind: "above", edge: "5" });
    expect(parseBand("95+")).toEqual({ kind: "or more", edge: "95" });
    expect(parseBand("95% +")).toEqual({ kind: "or more", edge: "95" });
    expect(parseBand("85")).toEqual({ kind: "plain", edge: "85" });
    expect(parseBand("£1,200 to £1,500.50")).toEqual({ kind: "range", from: "1200", to: "1500.5" });
    expect(parseBand("below £1,234,567")).toEqual({ kind: "below", edge: "1234567" });
    expect(parseBand("£900+")).toEqual({ kind: "or more", edge: "900" });
    expect(parseBand("10-14 days")).toEqual({ kind: "range", from: "10", to: "14" });
    expect(parseBand("under 1 day")).toEqual({ kind: "below", edge: "1" });
  });

  test.each([
    "",
    "high",
    "20-",
    "-20",
    "20--15",
    "+95",
    "below",
    "20-15-10",
    "1e3",
    "9,5",
    "below -5",
    "2 0",
    "0,950",
    "12,34",
    "1,2345",
    "1.5,000",
    "£",
    "days",
    "5£",
  ])("does not read %j", (typed) => expect(parseBand(typed)).toBeNull());

  test("printed and read again is itself", () => {
    fc.assert(
      fc.property(thresholds, (threshold) => {
        expect(parseBand(printBand(threshold))).toEqual(threshold);
      }),
    );
  });

  test("has its edge at the worse end, whichever way round it is written", () => {
    expect(edgeOf({ kind: "range", from: "20", to: "15" }, "lower")).toEqual({ edge: "20", strict: false });
    expect(edgeOf({ kind: "range", from: "75", to: "84" }, "higher")).toEqual({ edge: "75", strict: false });
    fc.assert(
      fc.property(numbers, numbers, directions, (from, to, direction) => {
        const edge = edgeOf({ kind: "range", from, to }, direction);
        expect(edgeOf({ kind: "range", from: to, to: from }, direction)).toEqual(edge);
        for (const end of [from, to]) expect(edge && reaches(end, edge, direction)).toBe(true);
      }),
    );
  });

  test("is reached at its edge unless it is strict", () => {
    fc.assert(
      fc.property(thresholds, directions, (threshold, direction) => {
        const edge = edgeOf(threshold, direction);
        if (edge) expect(reaches(edge.edge, edge, direction)).toBe(!edge.strict);
      }),
    );
  });
});
