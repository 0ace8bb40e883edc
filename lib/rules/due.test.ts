import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atMonth } from "#lib/rules/at-month";
import { type DueRule, isDue, longestPeriod, previousDue, sharedPrevious, sinceWords } from "#lib/rules/due";
import { addMonths, monthRange, previousMonth } from "#lib/rules/month";

describe("what is due", () => {
  it("is due every quarter counted from its first month", () => {
    const rule = { fromMonth: "2013-09", every: 3, toMonth: null } as const;
    expect(isDue(rule, "2013-09")).toBe(true);
    expect(isDue(rule, "2013-10")).toBe(false);
    expect(isDue(rule, "2013-12")).toBe(true);
    expect(isDue(rule, "2013-06")).toBe(false);
  });

  it("is due to its last month and not after, and never without a rule", () => {
    const rule = { fromMonth: "2013-09", every: 1, toMonth: "2013-11" } as const;
    expect(isDue(rule, "2013-11")).toBe(true);
    expect(isDue(rule, "2013-12")).toBe(false);
    expect(isDue(null, "2013-12")).toBe(false);
  });
});

describe("the previous due month", () => {
  const rule = (fromMonth: DueRule["fromMonth"], every: number, toMonth: DueRule["toMonth"] = null): DueRule => ({
    fromMonth,
    every,
    toMonth,
  });

  it("is a month, a quarter or a year before, also of a month that is not due itself", () => {
    expect(previousDue([rule("2013-01", 1)], "2014-01")).toBe("2013-12");
    expect(previousDue([rule("2013-03", 3)], "2013-12")).toBe("2013-09");
    expect(previousDue([rule("2013-03", 3)], "2013-11")).toBe("2013-09");
    expect(previousDue([rule("2012-03", 12)], "2013-03")).toBe("2012-03");
  });

  it("is that of the rule that held then, when the rule has changed since", () => {
    const becameQuarterly = [rule("2013-01", 1), rule("2013-09", 3)];
    expect(previousDue(becameQuarterly, "2013-12")).toBe("2013-09");
    expect(previousDue(becameQuarterly, "2013-09")).toBe("2013-08");
    const becameMonthly = [rule("2013-03", 3), rule("2013-11", 1)];
    expect(previousDue(becameMonthly, "2013-11")).toBe("2013-09");
    expect(previousDue(becameMonthly, "2013-12")).toBe("2013-11");
  });

  it("is none before the first, without a rule, and longer ago than a year", () => {
    expect(previousDue([rule("2013-09", 1)], "2013-09")).toBeNull();
    expect(previousDue([], "2013-09")).toBeNull();
    const pausedIn2013 = [rule("2012-01", 1, "2012-12"), rule("2014-01", 1)];
    expect(previousDue(pausedIn2013, "2013-12")).toBe("2012-12");
    expect(previousDue(pausedIn2013, "2014-01")).toBeNull();
  });

  it("is due, lies before the month within the longest period, and no month between the two is due", () => {
    const months = fc.integer({ min: 0, max: 48 }).map((after) => addMonths("2012-01", after));
    const rules = fc.uniqueArray(
      fc.record({
        fromMonth: months,
        every: fc.constantFrom(1, 3, 12),
        toMonth: fc.option(months),
      }),
      { maxLength: 4, selector: ({ fromMonth }) => fromMonth },
    );
    fc.assert(
      fc.property(rules, months, (held, month) => {
        const due = monthRange(addMonths(month, -longestPeriod), previousMonth(month)).filter((each) =>
          isDue(atMonth(held, each), each),
        );
        expect(previousDue(held, month)).toBe(due.at(-1) ?? null);
      }),
    );
  });

  it("is shared where all that have one have the same", () => {
    expect(sharedPrevious(["2013-09", null, "2013-09"])).toBe("2013-09");
    expect(sharedPrevious(["2013-09", "2013-11"])).toBeNull();
    expect(sharedPrevious([null])).toBeNull();
  });

  it("is the last month, or is named", () => {
    expect(sinceWords("2013-12", "2014-01")).toBe("since last month");
    expect(sinceWords("2013-09", "2013-12")).toBe("since September 2013");
  });
});

describe("what holds in a month", () => {
  const versions = [
    { fromMonth: "2013-09", words: "first" },
    { fromMonth: "2014-04", words: "second" },
  ] as const;

  it("is the one that started last, in whichever order they come", () => {
    expect(atMonth(versions, "2014-03")?.words).toBe("first");
    expect(atMonth(versions, "2014-04")?.words).toBe("second");
    expect(atMonth([...versions].reverse(), "2015-01")?.words).toBe("second");
    expect(atMonth(versions, "2013-08")).toBeNull();
  });
});
