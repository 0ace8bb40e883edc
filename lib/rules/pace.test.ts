import fc from "fast-check";
import { expect, test } from "vitest";
import { reaches } from "#lib/rules/band";
import { parseMilestone } from "#lib/rules/milestone";
import { addMonths, monthsBetween } from "#lib/rules/month";
import { type Given, paceAMonth, paceSoFar, reachedBy } from "#lib/rules/pace";

const given = (...values: [Given["month"], string][]) => values.map(([month, value]) => ({ month, value }));
const milestone = (typed: string, direction: "higher" | "lower") => {
  const reading = parseMilestone(typed, direction);
  if (!reading.ok) throw new Error(reading.message);
  return reading.milestone;
};

test("the pace so far is of the year to the latest figure", () => {
  const figures = given(["2012-06", "10"], ["2012-12", "60"], ["2013-09", "66"], ["2013-12", "68"]);
  const pace = paceSoFar(figures)!;
  expect([pace.from.month, pace.to.month]).toEqual(["2012-12", "2013-12"]);
  expect([paceAMonth(pace, 0), paceAMonth(pace, 1)]).toEqual(["0.7", "0.67"]);
  expect([paceSoFar(figures.slice(0, 1)), paceSoFar([])]).toEqual([null, null]);
});

test("a milestone is reached when so many steps get there, and not where they lead away", () => {
  const falling = paceSoFar(given(["2013-09", "26"], ["2013-12", "23"]))!;
  expect(reachedBy(falling, milestone("20", "lower"))).toBe("2014-03");
  expect(reachedBy(falling, milestone("below 20", "lower"))).toBe("2014-04");
  expect(reachedBy(falling, milestone("30", "higher"))).toBeNull();
  expect(reachedBy(falling, milestone("23", "lower"))).toBe("2013-12");
  const third = paceSoFar(given(["2013-09", "70"], ["2013-12", "71"]))!;
  expect(reachedBy(third, milestone("75+", "higher"))).toBe("2014-12");
  const slow = paceSoFar(given(["2012-12", "50"], ["2013-12", "51"]))!;
  expect(reachedBy(slow, milestone("90", "higher"))).toBeNull();
});

test("in the month said it is reached, and in none before", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 1, max: 12 }),
      (was, is, months) => {
        const pace = {
          from: { month: "2013-01", value: String(was) },
          to: { month: addMonths("2013-01", months), value: String(is) },
        } as const;
        const target = milestone("75", "higher");
        const month = reachedBy(pace, target);
        if (month === null) {
          expect(is).toBeLessThan(75);
          return;
        }
        const steps = monthsBetween(pace.to.month, month);
        const at = (count: number) => String(Math.round((is + ((is - was) * count) / months) * 1e9) / 1e9);
        expect(reaches(at(steps), target, "higher")).toBe(true);
        if (steps > 0) expect(reaches(at(steps - 1), target, "higher")).toBe(false);
      },
    ),
  );
});
