import { describe, expect, it } from "vitest";
import { countTimeliness, timelinessOf } from "#lib/rules/timeliness";

const cell = { isDue: true, givenOn: null, figuresDue: "2014-03-14", today: "2014-03-14", isClosed: false } as const;

describe("a cell against the date of its figures", () => {
  it("is awaited up to the date and missing after it, or once its month is closed", () => {
    expect(timelinessOf(cell)).toBe("awaited");
    expect(timelinessOf({ ...cell, today: "2014-03-15" })).toBe("missing");
    expect(timelinessOf({ ...cell, isClosed: true })).toBe("missing");
    expect(timelinessOf({ ...cell, figuresDue: null, today: "2030-01-01" })).toBe("awaited");
  });

  it("is given on the date, and late after it, however late it is looked at", () => {
    for (const today of ["2014-03-14", "2020-01-01"] as const) {
      expect(timelinessOf({ ...cell, today, givenOn: "2014-03-14" })).toBe("given");
      expect(timelinessOf({ ...cell, today, givenOn: "2014-03-15", isClosed: true })).toBe("late");
    }
    expect(timelinessOf({ ...cell, figuresDue: null, givenOn: "2020-01-01" })).toBe("given");
  });

  it("of what is not due is neither, whatever stands there", () => {
    expect(timelinessOf({ ...cell, isDue: false, today: "2020-01-01", isClosed: true })).toBe("not due");
    expect(timelinessOf({ ...cell, isDue: false, givenOn: "2020-01-01" })).toBe("not due");
  });

  it("counts late apart from missing", () => {
    const cells = ["given", "late", "late", "missing", "awaited", "not due"] as const;
    expect(countTimeliness(cells)).toEqual({ due: 5, given: 3, late: 2, missing: 1, awaited: 1 });
  });
});
