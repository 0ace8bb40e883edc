import { expect, test } from "vitest";
import { MonthField } from "#lib/actions/month-field";

test("a month is read from its one spelling, or refused with how to give it", () => {
  expect(MonthField.parse("2013-12")).toBe("2013-12");
  for (const text of ["2013-13", "December 2013", "2013-12-01", ""]) {
    expect(MonthField.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([
      "Give the month as year and month: 2013-12.",
    ]);
  }
});
