import { describe, expect, test } from "vitest";
import { comingInWords, leadingMonth, type MonthIn, monthsComingIn } from "#lib/rules/leading-month";

const month = (month: MonthIn["month"], figures: number, due = 16, reasons = 0): MonthIn => {
  return { month, due, figures, reasons };
};

describe("the month to lead with", () => {
  test("is the last with at least half of its due figures", () => {
    expect(leadingMonth([month("2013-11", 16), month("2013-12", 8), month("2014-01", 7)])).toBe("2013-12");
    expect(leadingMonth([month("2013-11", 16), month("2013-12", 15), month("2014-01", 8)])).toBe("2014-01");
  });

  test("passes over a month in which nothing is due", () => {
    expect(leadingMonth([month("2013-12", 1, 1), month("2014-01", 0, 0)])).toBe("2013-12");
  });

  test("has half of what it can have: a reason why there is no figure is not one, and leaves none to come", () => {
    expect(leadingMonth([month("2013-12", 16), month("2014-01", 0, 16, 16)])).toBe("2013-12");
    expect(leadingMonth([month("2013-12", 16), month("2014-01", 3, 16, 10)])).toBe("2014-01");
    expect(leadingMonth([month("2013-12", 16), month("2014-01", 3, 16, 2)])).toBe("2013-12");
  });

  test("is the last with any figure while none has half, and the last opened while none has any", () => {
    expect(leadingMonth([month("2013-12", 2), month("2014-01", 0)])).toBe("2013-12");
    expect(leadingMonth([month("2013-12", 0), month("2014-01", 0)])).toBe("2014-01");
    expect(leadingMonth([])).toBeNull();
  });
});

describe("the months coming in", () => {
  test("are the newer ones with less than half, in words", () => {
    const months = [month("2013-12", 16), month("2014-01", 4), month("2014-02", 0)];
    expect(monthsComingIn(months, "2013-12").map(comingInWords)).toEqual(["January 2014: 4 of 16 in"]);
  });

  test("count a reason as in", () => {
    const [coming] = monthsComingIn([month("2013-12", 16), month("2014-01", 3, 16, 1)], "2013-12");
    expect(comingInWords(coming!)).toBe("January 2014: 4 of 16 in");
  });

  test("are the next one alone while none has begun", () => {
    const months = [month("2013-12", 16), month("2014-01", 0), month("2014-02", 0)];
    expect(monthsComingIn(months, "2013-12").map(comingInWords)).toEqual(["January 2014: 0 of 16 in"]);
  });

  test("hold the leading month itself where it leads for want of a better", () => {
    expect(monthsComingIn([month("2013-12", 2)], "2013-12")).toHaveLength(1);
    expect(monthsComingIn([month("2013-12", 8)], "2013-12")).toEqual([]);
  });
});
