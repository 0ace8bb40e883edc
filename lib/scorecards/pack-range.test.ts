import { expect, test } from "vitest";
import { addMonths, type Month } from "#lib/rules/month";
import { packRange } from "#lib/scorecards/pack-range";
import type { SheetScorecard } from "#lib/scorecards/sheet";

const opened = (count: number) =>
  ({
    months: Array.from({ length: count }, (_, index) => ({ month: addMonths("2013-01", index) })),
  }) as unknown as SheetScorecard;
const to: Month = "2015-06";

test("a pack has the last twelve opened of the months asked for, and the plan after them", () => {
  expect(packRange(opened(12), { from: "2013-01", to })).toEqual({ from: "2013-01", to });
  expect(packRange(opened(20), { from: "2013-01", to })).toEqual({ from: "2013-09", to });
  expect(packRange(opened(20), { from: "2013-01", to: "2013-12" })).toEqual({ from: "2013-01", to: "2013-12" });
  expect(packRange(opened(0), { from: "2013-01", to })).toEqual({ from: "2013-01", to });
});
