import { describe, expect, it } from "vitest";
import { atMonth } from "#lib/rules/at-month";
import { isDue } from "#lib/rules/due";

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
