import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayAfter } from "#lib/rules/day";
import { latestDay, proposedDates, usualRule, whyNotDates } from "#lib/rules/month-dates";

describe("the dates of a month", () => {
  it("are proposed by the rule", () => {
    expect(proposedDates("2014-02", usualRule, new Set())).toEqual({
      figuresDue: "2014-03-14",
      commentaryDue: "2014-03-21",
    });
  });

  it("that a rule proposes are always such as it can have", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: latestDay }), fc.integer({ min: 0, max: 59 }), (figuresDay, more) => {
        const rule = { figuresDay, commentaryDay: Math.min(latestDay, figuresDay + more) };
        expect(whyNotDates("2014-02", proposedDates("2014-02", rule, new Set()))).toBeNull();
      }),
    );
  });

  it.each([
    [
      "2014-02-28",
      "2014-03-21",
      "figuresDue",
      "has not ended on 28 February 2014: its figures are due on 1 March 2014",
    ],
    ["2014-03-14", "2014-03-13", "commentaryDue", "cannot be due on 13 March 2014, before the figures"],
    ["2014-03-14", "2015-03-01", "commentaryDue", "1 March 2015 is more than a year after February 2014 has ended."],
    ["2204-03-14", "2204-03-24", "figuresDue", "14 March 2204 is more than a year"],
  ] as const)("%s and %s are refused, by the field that is wrong", (figuresDue, commentaryDue, field, message) => {
    expect(whyNotDates("2014-02", { figuresDue, commentaryDue })).toMatchObject({
      field,
      message: expect.stringContaining(message),
    });
  });

  it("may both be the first day after it", () => {
    const first = dayAfter("2014-02");
    expect(whyNotDates("2014-02", { figuresDue: first, commentaryDue: first })).toBeNull();
    expect(whyNotDates("2014-02", { figuresDue: first, commentaryDue: addDays("2015-03-01", -1) })).toBeNull();
  });
});
