import { expect, test } from "vitest";
import { dueSeries } from "#lib/rules/said/due-series";

test("has a point for each month in which a figure was due, with none where it is missing", () => {
  const figures = [
    { month: "2013-03", value: "70" },
    { month: "2013-09", value: "72" },
  ] as const;
  expect(dueSeries(figures, "2013-12", 3)).toEqual([
    { month: "2013-03", value: "70" },
    { month: "2013-06", value: null },
    { month: "2013-09", value: "72" },
    { month: "2013-12", value: null },
  ]);
  expect(dueSeries([], "2013-12", 1)).toEqual([{ month: "2013-12", value: null }]);
});
