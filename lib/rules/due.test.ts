import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atMonth, type Held } from "#lib/rules/at-month";
import { type DueRule, isDue, longestPeriod, previousDue, sharedPrevious, sinceWords } from "#lib/rules/due";
import { addMonths, type Month, monthRange, previousMonth } from "#lib/rules/month";

describe("what is due", () => {
  it("is due every quarter counted from its first month", () => {
    const rule = { fromMonth: "2013-09", every: 3 } as const;
    expect(isDue(rule, "2013-09")).toBe(true);
    expect(isDue(rule, "2013-10")).toBe(false);
    expect(isDue(rule, "2013-12")).toBe(true);
    expect(isDue(rule, "2013-06")).toBe(false);
  });

  it("is never due without a rule", () => {
    expect(isDue(null, "2013-12")).toBe(false);
  });
});

describe("the previous due month", () => {
  const rule = (fromMonth: Month, every: number, lastMonth: Month = "9999-12"): DueRule & Held => ({
    fromMonth,
    every,
    firstMonth: fromMonth,
    lastMonth,
  });

  it("is a month, a quarter or a year before, also of a month that is not due itself", () => {
    expect(previousDue([rule("2013-01", 1)], "2014-01")).toBe("2013-12");
    expect(previousDue([rule("2013-03", 3)], "2013-12")).toBe("2013-09");
    expect(previousDue([rule("2013-03", 3)], "2013-11")).toBe("2013-09");
    expect(previousDue([rule("2012-03", 12)], "2013-03")).toBe("2012-03");
  });

  it("is that of the rule that held then, when the rule has changed since", () => {
    const becameQuarterly = [rule("2013-01", 1, "2013-08"), rule("2013-09", 3)];
    expect(previousDue(becameQuarterly, "2013-12")).toBe("2013-09");
    expect(previousDue(becameQuarterly, "2013-09")).toBe("2013-08");
    const becameMonthly = [rule("2013-03", 3, "2013-10"), rule("2013-11", 1)];
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
    const starts = fc.record({ fromMonth: months, every: fc.constantFrom(1, 3, 12), paused: fc.nat(6) });
    const rules = fc
      .uniqueArray(starts, { maxLength: 4, selector: ({ fromMonth }) => fromMonth })
      .map((list) => list.toSorted((a, b) => a.fromMonth.localeCompare(b.fromMonth)))
      .map((list) =>
        list.map(({ fromMonth, every, paused }, index) => {
          const next = list[index + 1]?.fromMonth;
          return rule(fromMonth, every, next && addMonths(next, -1 - paused));
        }),
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
    { firstMonth: "2013-09", lastMonth: "2014-03", words: "first" },
    { firstMonth: "2014-04", lastMonth: "2014-12", words: "second" },
  ] as const;

  it("is the one in whose months it lies, and none before, after or between", () => {
    expect(atMonth(versions, "2014-03")?.words).toBe("first");
    expect(atMonth(versions, "2014-04")?.words).toBe("second");
    expect(atMonth([...versions].reverse(), "2014-12")?.words).toBe("second");
    expect(atMonth(versions, "2013-08")).toBeNull();
    expect(atMonth(versions, "2015-01")).toBeNull();
  });
});
