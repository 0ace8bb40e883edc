import { expect, test } from "vitest";
import { benchmarkYear, isStale } from "#lib/rules/stale-benchmark";

test.each([
  ["2012-13", 2013],
  ["2012/2013", 2013],
  ["March 2012", 2012],
  ["2012", 2012],
  ["last year", null],
  ["Q3", null],
] as const)("a benchmark of %j is of %s", (typed, year) => {
  expect(benchmarkYear(typed)).toBe(year);
});

test("one is stale once its year ended more than two years ago, and never where it names none", () => {
  expect(isStale("2010-11", "2013-12")).toBe(false);
  expect(isStale("2010-11", "2014-01")).toBe(true);
  expect(isStale("last year", "2014-01")).toBe(false);
  expect(isStale(null, "2014-01")).toBe(false);
});
