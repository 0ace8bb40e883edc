import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addMonths,
  type Month,
  monthName,
  monthRange,
  monthShort,
  monthState,
  monthsBetween,
  nextMonth,
  parseMonth,
  parseMonthLabel,
  previousMonth,
} from "#lib/rules/month";

const months = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}` as Month);

describe("a month", () => {
  test("is read from its one spelling", () => {
    expect(parseMonth("2013-12")).toBe("2013-12");
    for (const text of ["2013-13", "2013-00", "2013-1", "2013-12-01", " 2013-12", "0013-12", "december", ""]) {
      expect(parseMonth(text), text).toBeNull();
    }
  });

  test("is read from a heading of a source", () => {
    expect(parseMonthLabel("Dec-13")).toBe("2013-12");
    expect(parseMonthLabel("Mar-14")).toBe("2014-03");
    expect(parseMonthLabel(" Sept 2013 ")).toBe("2013-09");
    expect(parseMonthLabel("June 2014")).toBe("2014-06");
    for (const label of ["Adequate", "Neigh Av", "13-Dec", "Dece-13", "May-130", ""]) {
      expect(parseMonthLabel(label), label).toBeNull();
    }
  });

  test("goes over the turn of the year", () => {
    expect(nextMonth("2013-12")).toBe("2014-01");
    expect(previousMonth("2014-01")).toBe("2013-12");
    expect(monthRange("2013-11", "2014-02")).toEqual(["2013-11", "2013-12", "2014-01", "2014-02"]);
    expect(monthRange("2014-01", "2013-12")).toEqual([]);
    // The earliest that an address can name has a year before it.
    expect(addMonths("1000-01", -12)).toBe("0999-01");
  });

  test("has a name and a short name", () => {
    expect(monthName("2013-12")).toBe("December 2013");
    expect(monthShort("2013-12")).toBe("Dec 13");
  });

  test("has the state of its facts", () => {
    expect(monthState(null)).toBe("not opened");
    expect(monthState({ openedAt: null, closedAt: null })).toBe("not opened");
    expect(monthState({ openedAt: "2014-01-02", closedAt: null })).toBe("open");
    expect(monthState({ openedAt: "2014-01-02", closedAt: "2014-01-14" })).toBe("closed");
  });

  test("added to and counted back is itself, and sorts as text in time order", () => {
    fc.assert(
      fc.property(months, fc.integer({ min: -600, max: 600 }), (month, count) => {
        const other = addMonths(month, count);
        expect(monthsBetween(month, other)).toBe(count);
        expect(Math.sign(count)).toBe(other > month ? 1 : other < month ? -1 : 0);
        expect(parseMonth(other)).toBe(other);
        expect(parseMonthLabel(monthName(month))).toBe(month);
      }),
    );
  });
});
