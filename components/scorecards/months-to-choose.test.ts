import { expect, test } from "vitest";
import { monthsToChoose } from "#components/scorecards/months-to-choose";
import { monthRange } from "#lib/rules/month";

test("every month of up to three years can be chosen", () => {
  const whole = { from: "2021-01", to: "2023-12" } as const;
  expect(monthsToChoose(whole, { from: "2023-01", to: "2023-12" })).toEqual(monthRange("2021-01", "2023-12"));
});

test("of ten years a year to either side of those shown can be, and every January, and the ends", () => {
  const whole = { from: "2014-03", to: "2023-12" } as const;
  expect(monthsToChoose(whole, { from: "2019-05", to: "2019-06" })).toEqual([
    ...["2014-03", "2015-01", "2016-01", "2017-01", "2018-01"],
    ...monthRange("2018-05", "2020-06"),
    ...["2021-01", "2022-01", "2023-01", "2023-12"],
  ]);
});
