import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BandLevel, Direction } from "#db/vocabulary";
import { printBand, reaches, type Threshold } from "#lib/rules/band";
import { bandRows, bandsFromRows, parseBands } from "#lib/rules/bands";

const numbers = fc
  .tuple(fc.nat(999_999), fc.integer({ min: 0, max: 4 }))
  .map(([digits, decimals]) => String(Number(`${digits}e-${decimals}`)));

const thresholds: fc.Arbitrary<Threshold> = fc.oneof(
  fc.record({ kind: fc.constant("range" as const), from: numbers, to: numbers }),
  fc.record({ kind: fc.constantFrom("below" as const, "above", "or more", "plain"), edge: numbers }),
);

const directions = fc.constantFrom<Direction>("higher", "lower");

const band = (adequate: string, good: string, outstanding: string) => ({ adequate, good, outstanding });

const refused = (typed: Record<BandLevel, string>, direction: Direction) => {
  const read = parseBands(typed, direction);
  return read.ok ? [] : read.problems;
};

describe("three bands together", () => {
  test("keep what was typed beside what it means", () => {
    expect(parseBands(band("20-15", "10-14", " below 10 "), "lower", { precision: 1 })).toEqual({
      ok: true,
      bands: {
        direction: "lower",
        adequate: { asTyped: "20-15", edge: "20", strict: false },
        good: { asTyped: "10-14", edge: "14", strict: false },
        outstanding: { asTyped: "below 10", edge: "10", strict: true },
      },
      remarks: ["Adequate (20-15) and Good (10-14) leave a gap: a figure between 14 and 15 earns Adequate."],
    });
  });

  test("are remarked on where they overlap", () => {
    expect(parseBands(band("65-70", "71-75", "75+"), "higher", { precision: 0 })).toMatchObject({
      remarks: ["Good (71-75) and Outstanding (75+) overlap: 75 earns Outstanding."],
    });
    expect(parseBands(band("65-75", "70-80", "above 80"), "higher", { precision: 0 })).toMatchObject({
      remarks: ["Adequate (65-75) and Good (70-80) overlap: a figure from 70 to 75 earns Good."],
    });
  });

  test("are not remarked on where they touch at the indicator's precision", () => {
    expect(parseBands(band("25-30", "24-20", "below 20"), "lower", { precision: 0 })).toMatchObject({ remarks: [] });
    expect(parseBands(band("70-79", "80-89", "90+"), "higher", { precision: 0 })).toMatchObject({ remarks: [] });
  });

  test("are refused where they contradict the direction", () => {
    expect(refused(band("75-84", "85-95", "95+"), "lower").map(({ level }) => level)).toContain("outstanding");
    expect(refused(band("25-30", "20-24", "below 20"), "higher")).toContainEqual({
      level: "outstanding",
      message: "“below 20” is for figures where lower is better, and here higher is better.",
    });
  });

  test("are refused where they contradict each other", () => {
    expect(refused(band("75-84", "60-70", "95+"), "higher")).toEqual([
      {
        level: "good",
        message: "Good (60-70) must ask more than Adequate (75-84): 60 or more would never be better than 75 or more.",
      },
    ]);
    expect(refused(band("50-60", "70", "70+"), "higher")).toHaveLength(1);
    expect(refused(band("20", "below 20", "below 20"), "lower")).toHaveLength(1);
    expect(parseBands(band("50-60", "70", "above 70"), "higher").ok).toBe(true);
  });

  test("name every band that cannot be read", () => {
    expect(refused(band("", "good", "95+"), "higher").map(({ level }) => level)).toEqual(["adequate", "good"]);
  });

  test("come back from the rows they are kept in", () => {
    const read = parseBands(band("25-30", "24-20", "below 20"), "lower");
    if (!read.ok) throw new Error("refused");
    expect(bandsFromRows("lower", bandRows(read.bands).reverse())).toEqual(read.bands);
    expect(bandsFromRows("lower", bandRows(read.bands).slice(1))).toBeNull();
  });

  test("once accepted, a better band never asks less than a worse one", () => {
    fc.assert(
      fc.property(thresholds, thresholds, thresholds, numbers, directions, (a, g, o, value, direction) => {
        const read = parseBands(band(printBand(a), printBand(g), printBand(o)), direction);
        fc.pre(read.ok);
        const { adequate, good, outstanding } = read.bands;
        if (reaches(value, outstanding, direction)) expect(reaches(value, good, direction)).toBe(true);
        if (reaches(value, good, direction)) expect(reaches(value, adequate, direction)).toBe(true);
      }),
    );
  });
});
