import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Direction } from "#db/vocabulary";
import { firstLabels as labels } from "#lib/people/first-labels";
import { reaches } from "#lib/rules/band";
import { type Bands, parseBands, type TypedBand } from "#lib/rules/bands";
import { earnedGrade, gradeOf, gradeReason, levelsAbove, publishedBand } from "#lib/rules/grade";
import { bandedLevels } from "#lib/rules/labels";
import { redAmberGreen } from "#lib/testing/red-amber-green";
import { typedBands } from "#lib/testing/typed-bands";

function bands(adequate: string, good: string, outstanding: string, direction: Direction): Bands {
  return bandsOf(typedBands([adequate, good, outstanding]), direction);
}

function bandsOf(typed: TypedBand[], direction: Direction): Bands {
  const read = parseBands(typed, direction);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join(" "));
  return read.bands;
}

const secondPlans = bands("15-20", "10-14", "5-9", "lower");
const repeatReferrals = bands("25-30", "20-24", "below 20", "lower");
const seenInTime = bands("75-84", "85-95", "95+", "higher");
const agency = bands("20-15", "10-14", "below 10", "lower");

describe("a figure earns the best grade whose edge it reaches", () => {
  test.each([
    [secondPlans, "13.8", 2],
    [secondPlans, "14", 2],
    [secondPlans, "14.1", 3],
    [secondPlans, "20", 3],
    [secondPlans, "20.1", 4],
    [secondPlans, "4", 1],
    [repeatReferrals, "20", 2],
    [repeatReferrals, "19", 1],
    [seenInTime, "95", 1],
    [seenInTime, "94", 2],
    [seenInTime, "74", 4],
    [agency, "20", 3],
    [agency, "27.1", 4],
    [agency, "10", 2],
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
    expect(levelsAbove(2, 4)).toBe(2);
    expect(levelsAbove(3, 3)).toBe(0);
    expect(levelsAbove(3, 2)).toBe(-1);
  });
});

describe("bands that are one fewer than the levels", () => {
  const waiting = bandsOf(typedBands(["10-20", "below 10"], redAmberGreen), "lower");

  test("grade by as many levels as there are", () => {
    const why = (value: string) => gradeReason(value, waiting, redAmberGreen);
    expect(["9", "10", "20", "21"].map((value) => earnedGrade(value, waiting, redAmberGreen))).toEqual([1, 2, 2, 3]);
    expect(why("9")).toBe("9 is below 10, the edge of Green");
    expect(why("10")).toBe("10 is not below 10, the edge of Green, so Amber");
    expect(why("21")).toBe("21 is above 20, the edge of Amber, so Red");
    const enough = bandsOf([{ word: "Enough", asTyped: "50" }], "higher");
    const two = redAmberGreen.slice(0, 2);
    expect(["50", "49"].map((value) => earnedGrade(value, enough, two))).toEqual([1, 2]);
    expect(gradeReason("49", enough, two)).toBe("49 is below 50, the edge of Green, so Amber");
  });

  test("and no others: other bands grade nothing, and say so", () => {
    expect(earnedGrade("9", waiting, labels)).toBeNull();
    expect(earnedGrade("90", seenInTime, redAmberGreen)).toBeNull();
    expect(gradeReason("90", seenInTime, redAmberGreen)).toBe("90 has no grade: 3 bands do not make 3 levels");
    expect(bandedLevels(labels).map((level) => publishedBand(level, waiting, labels))).toEqual([null, null, null]);
  });

  test("are published from the worst on, none for the lowest level", () => {
    const published = bandedLevels(redAmberGreen).map((level) => [
      level.word,
      publishedBand(level, waiting, redAmberGreen),
    ]);
    expect(published).toEqual([
      ["Amber", "10-20"],
      ["Green", "below 10"],
    ]);
    expect(publishedBand(redAmberGreen[2]!, waiting, redAmberGreen)).toBeNull();
  });

  test("without a figure, or without bands, earn nothing", () => {
    expect(earnedGrade(null, waiting, redAmberGreen)).toBeNull();
    expect(earnedGrade("9", null, redAmberGreen)).toBeNull();
  });
});

describe("for any bands accepted", () => {
  const numbers = fc.integer({ min: 0, max: 400 }).map((quarters) => String(quarters / 4));
  const accepted = fc
    .tuple(
      fc.constantFrom<Direction>("higher", "lower"),
      fc.array(fc.tuple(numbers, numbers, fc.boolean()), { minLength: 1, maxLength: 5 }),
    )
    .map(([direction, parts]) => {
      const typed = parts.map(([from, to, isRange], index) => ({
        word: `Level ${index + 1}`,
        asTyped: isRange ? `${from}-${to}` : `${direction === "higher" ? "above" : "below"} ${from}`,
      }));
      return parseBands(typed, direction);
    })
    .filter((read) => read.ok)
    .map((read) => read.bands);

  const levelsFor = ({ bestFirst }: Bands) =>
    Array.from({ length: bestFirst.length + 1 }, (_, index) => ({ ...labels[0]!, rank: index + 1 }));

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
        const reachedRanks = band.bestFirst.flatMap((each, index) =>
          reaches(value, each, band.direction) ? [index + 1] : [],
        );
        expect(grade).toBe(reachedRanks[0] ?? band.bestFirst.length + 1);
        expect(gradeReason(value, band, levelsFor(band))).toContain("the edge of");
      }),
    );
  });

  test("the edge itself earns the grade unless it is strict", () => {
    fc.assert(
      fc.property(accepted, fc.nat(), (band, which) => {
        const rank = (which % band.bestFirst.length) + 1;
        const { edge, strict } = band.bestFirst[rank - 1]!;
        const earned = gradeOf(edge, band);
        if (strict) expect(levelsAbove(earned, rank)).toBeLessThan(0);
        else expect(levelsAbove(earned, rank)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
