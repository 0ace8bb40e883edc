import { expect, test } from "vitest";
import { figuresTold } from "#lib/rules/small/figures-told";

test("of a percentage those not counted tell it too", () => {
  const parts = { value: "65", numerator: "26", denominator: "40" };
  expect(figuresTold("percent", parts)).toEqual(["65", "26", "40", "35", "14"]);
  expect(figuresTold("percent", { value: "65", numerator: null, denominator: null })).toEqual(["65", "35"]);
  expect(figuresTold("percent", { ...parts, value: "0", numerator: "0" })).toEqual(["0", "0", "40", "100", "40"]);
  expect(figuresTold("count", { value: "3", numerator: null, denominator: null })).toEqual(["3"]);
});
