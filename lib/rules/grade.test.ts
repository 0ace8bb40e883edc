import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Direction, gradeLevels } from "#db/vocabulary";
import { reaches } from "#lib/rules/band";
import { type Bands, parseBands } from "#lib/rules/bands";
import { gradeOf, gradeReason, type Labels, levelsAbove } from "#lib/rules/grade";

const labels: Labels = {
  outstanding: { word: "Outstanding", short: "O", shape: "circle", tone: "outstanding" },
  good: { word: "Good", short: "G", shape: "square", tone: "good" },
  adequate: { word: "Adequate", short: "A", shape: "triangle", tone: "adequate" },
  "below adequate": { word: "Inadequate", short: "I", shape: "octagon", tone: "below adequate" },
};

function bands(adequate: string, good: string, outstanding: string, direction: Direction): Bands {
  const read = parseBands({ adequate, good, outstanding }, direction);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join(" "));
  return read.bands;
}

const secondPlans = bands("15-20", "10-14", "5-9", "lower");
const repeatReferrals = bands("25-30", "20-24", "below 20", "lower");
const seenInTime = bands("75-84", "85-95", "95+", "higher");
const agency = bands("20-15", "10-14", "below 10", "lower");

describe("a figure earns the best grade whose edge it reaches", () => {
  test.each([
    [secondPlans, "13.8", "good"],
    [secondPlans, "14", "good"],
    [secondPlans, "14.1", "adequate"],
    [secondPlans, "20", "adequate"],
    [secondPlans, "20.1", "below adequate"],
    [secondPlans, "4", "outstanding"],
    [repeatReferrals, "20", "good"],
    [repeatReferrals, "19", "outstanding"],
    [seenInTime, "95", "outstanding"],
    [seenInTime, "94", "good"],
    [seenInTime, "74", "below adequate"],
    [agency, "20", "adequate"],
    [agency, "27.1", "below adequate"],
    [agency, "10", "good"],
  ] as const)("%#", (band, value, grade) => {
    expect(gradeOf(value, band)).toBe(grade);
  });

  test("and can say why", () => {
    expect(gradeReason("14.1", secondPlans, labels)).toBe("14.1 is above 14, the edge of Good, so Adequate");
    expect(gradeReason("90", seenInTime, labels)).toBe("90 is at or above 85, the edge of Good; 95 earns Outstanding");
    expect(gradeReason("68", seenInTime, labels)).toBe("68 is below 75, the edge of Adequate, so Inadequate");
    expect(gradeReason("27.1", agency, labels)).toBe("27.1 is above 20, the edge of Adequate, so Inadequate");
    expect(gradeReason("9", repeatReferrals, labels)).toBe("9 is below 20, the edge of Outstanding");
    expect(gradeReason("20", repeatReferrals, labels)).toBe(
      "20 is at or below 24, the edge of Good; below 20 earns Outstanding",
    );
    expect(gradeReason("10.0", bands("20", "below 10", "below 5", "lower"), labels)).toBe(
      "10 is not below 10, the edge of Good, so Adequate",
    );
    expect(gradeReason("96", seenInTime, labels)).toBe("96 is at or above 95, the edge of Outstanding");
  });

  test("levels apart", () => {
    expect(levelsAbove("good", "below adequate")).toBe(2);
    expect(levelsAbove("adequate", "adequate")).toBe(0);
    expect(levelsAbove("adequate", "good")).toBe(-1);
  });
});

describe("for any bands accepted", () => {
  const numbers = fc.integer({ min: 0, max: 400 }).map((quarters) => String(quarters / 4));
  const accepted = fc
    .tuple(
      fc.constantFrom<Direction>("higher", "lower"),
      fc.array(fc.tuple(numbers, numbers, fc.boolean()), { minLength: 3, maxLength: 3 }),
    )
    .map(([direction, parts]) => {
      const [adequate = "", good = "", outstanding = ""] = parts.map(([from, to, isRange]) =>
        isRange ? `${from}-${to}` : `${direction === "higher" ? "above" : "below"} ${from}`,
      );
      return parseBands({ adequate, good, outstanding }, direction);
    })
    .filter((read) => read.ok)
    .map((read) => read.bands);

  test("a better figure never earns a worse grade", () => {
    fc.assert(
      fc.property(accepted, numbers, numbers, (band, a, b) => {
        const [worse, better] = Number(a) <= Number(b) === (band.direction === "higher") ? [a, b] : [b, a];
        expect(levelsAbove(gradeOf(better, band), gradeOf(worse, band))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("every figure earns exactly one grade, the one no better edge of which is reached", () => {
    fc.assert(
      fc.property(accepted, numbers, (band, value) => {
        const grade = gradeOf(value, band);
        const reachedLevels = gradeLevels.filter(
          (level) => level !== "below adequate" && reaches(value, band[level], band.direction),
        );
        expect(grade).toBe(reachedLevels[0] ?? "below adequate");
        expect(gradeReason(value, band, labels)).toContain("the edge of");
      }),
    );
  });

  test("the edge itself earns the grade unless it is strict", () => {
    fc.assert(
      fc.property(accepted, fc.constantFrom("adequate" as const, "good", "outstanding"), (band, level) => {
        const earned = gradeOf(band[level].edge, band);
        if (band[level].strict) expect(levelsAbove(earned, level)).toBeLessThan(0);
        else expect(levelsAbove(earned, level)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
