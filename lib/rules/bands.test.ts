import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Direction } from "#db/vocabulary";
import { printBand, reaches, type Threshold } from "#lib/rules/band";
import { bandRows, bandsFromRows, parseBands, type TypedBand } from "#lib/rules/bands";
import { redAmberGreen } from "#lib/testing/red-amber-green";
import { typedBands } from "#lib/testing/typed-bands";

const numbers = fc
  .tuple(fc.nat(999_999), fc.integer({ min: 0, max: 4 }))
  .map(([digits, decimals]) => String(Number(`${digits}e-${decimals}`)));

const thresholds: fc.Arbitrary<Threshold> = fc.oneof(
  fc.record({ kind: fc.constant("range" as const), from: numbers, to: numbers }),
  fc.record({ kind: fc.constantFrom("below" as const, "above", "or more", "plain"), edge: numbers }),
);

const directions = fc.constantFrom<Direction>("higher", "lower");

const band = (...worstFirst: string[]) => typedBands(worstFirst);

const refused = (typed: TypedBand[], direction: Direction) => {
  const read = parseBands(typed, direction);
  return read.ok ? [] : read.problems;
};

describe("bands together", () => {
  test("keep what was typed beside what it means", () => {
    expect(parseBands(band("20-15", "10-14", " below 10 "), "lower", 1)).toEqual({
      ok: true,
      bands: {
        direction: "lower",
        bestFirst: [
          { asTyped: "below 10", edge: "10", strict: true },
          { asTyped: "10-14", edge: "14", strict: false },
          { asTyped: "20-15", edge: "20", strict: false },
        ],
      },
      remarks: ["Adequate (20-15) and Good (10-14) leave a gap: a figure between 14 and 15 earns Adequate."],
    });
  });

  test("are remarked on where they overlap", () => {
    expect(parseBands(band("65-70", "71-75", "75+"), "higher", 0)).toMatchObject({
      remarks: ["Good (71-75) and Outstanding (75+) overlap: 75 earns Outstanding."],
    });
    expect(parseBands(band("65-75", "70-80", "above 80"), "higher", 0)).toMatchObject({
      remarks: ["Adequate (65-75) and Good (70-80) overlap: a figure from 70 to 75 earns Good."],
    });
  });

  test("are not remarked on where they touch at the indicator's precision", () => {
    expect(parseBands(band("25-30", "24-20", "below 20"), "lower", 0)).toMatchObject({ remarks: [] });
    expect(parseBands(band("70-79", "80-89", "90+"), "higher", 0)).toMatchObject({ remarks: [] });
  });

  test("are refused where they contradict the direction", () => {
    expect(refused(band("75-84", "85-95", "95+"), "lower").map(({ rank }) => rank)).toContain(1);
    expect(refused(band("25-30", "20-24", "below 20"), "higher")).toContainEqual({
      rank: 1,
      message: "“below 20” is for figures where lower is better, and here higher is better.",
    });
  });

  test("are refused where they contradict each other", () => {
    expect(refused(band("75-84", "60-70", "95+"), "higher")).toEqual([
      {
        rank: 2,
        message: "Good (60-70) must ask more than Adequate (75-84): 60 or more would never be better than 75 or more.",
      },
    ]);
    expect(refused(band("50-60", "70", "70+"), "higher")).toHaveLength(1);
    expect(refused(band("20", "below 20", "below 20"), "lower")).toHaveLength(1);
    expect(parseBands(band("50-60", "70", "above 70"), "higher").ok).toBe(true);
  });

  test("name every band that cannot be read", () => {
    expect(refused(band("", "good", "95+"), "higher").map(({ rank }) => rank)).toEqual([3, 2]);
  });

  test("come back from the rows they are kept in", () => {
    const read = parseBands(band("25-30", "24-20", "below 20"), "lower");
    if (!read.ok) throw new Error("refused");
    expect(bandsFromRows("lower", bandRows(read.bands).reverse())).toEqual(read.bands);
    expect(bandsFromRows("lower", bandRows(read.bands).slice(1))).toBeNull();
    expect(bandsFromRows("lower", [])).toBeNull();
  });

  test("are as many as there are levels with one, and named by their words", () => {
    expect(parseBands(typedBands(["60-79", "80+"], redAmberGreen), "higher", 0)).toEqual({
      ok: true,
      bands: {
        direction: "higher",
        bestFirst: [
          { asTyped: "80+", edge: "80", strict: false },
          { asTyped: "60-79", edge: "60", strict: false },
        ],
      },
      remarks: [],
    });
    expect(refused(typedBands(["60-79", "50+"], redAmberGreen), "higher")).toEqual([
      {
        rank: 1,
        message: "Green (50+) must ask more than Amber (60-79): 50 or more would never be better than 60 or more.",
      },
    ]);
    expect(parseBands([{ word: "Enough", asTyped: "50" }], "lower").ok).toBe(true);
  });

  test("once accepted, a better band never asks less than a worse one", () => {
    fc.assert(
      fc.property(
        fc.array(thresholds, { minLength: 1, maxLength: 5 }),
        numbers,
        directions,
        (some, value, direction) => {
          const typed = some.map((threshold, index) => ({ word: `Level ${index}`, asTyped: printBand(threshold) }));
          const read = parseBands(typed, direction);
          fc.pre(read.ok);
          const reached = read.bands.bestFirst.map((each) => reaches(value, each, direction));
          expect(reached).toEqual(reached.toSorted((a, b) => Number(a) - Number(b)));
        },
      ),
    );
  });
});
