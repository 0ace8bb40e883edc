import { describe, expect, it } from "vitest";
import { atMonth } from "#lib/rules/at-month";
import { isDue } from "#lib/rules/due";

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
