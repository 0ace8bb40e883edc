import { expect, test } from "vitest";
import { readRange } from "#lib/scorecards/sheet-range";

const whole = { from: "2013-09", to: "2014-06" } as const;
const read = (from?: string, to?: string) => readRange({ from, to }, { whole, usual: whole });

test("months may be chosen, or left out, or reach beyond what there is", () => {
  expect(read()).toEqual({ ok: true, range: whole });
  expect(read("2013-11")).toEqual({ ok: true, range: { from: "2013-11", to: "2014-06" } });
  expect(read("2013-11", "2013-12")).toEqual({ ok: true, range: { from: "2013-11", to: "2013-12" } });
  expect(read("1000-01", "9999-12")).toEqual({ ok: true, range: whole });
});

test.each([
  ["2013-13", undefined, "“2013-13” is not a month. Give months as 2013-12."],
  ["2013-10", "December", "“December” is not a month. Give months as 2013-12."],
  ["2013-12", "2013-10", "The months run backwards: December 2013 is after October 2013."],
  ["2020-01", "2020-02", "The scorecard has no such months: it runs from September 2013 to June 2014."],
])("%s to %s is refused in words", (from, to, message) => {
  expect(read(from, to)).toEqual({ ok: false, message });
});
