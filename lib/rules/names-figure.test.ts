import { describe, expect, test } from "vitest";
import { namesFigure } from "#lib/rules/names-figure";

describe("words name a figure", () => {
  test.each([
    ["and 71% were completed in time", "71"],
    ["It rose to 71, from 63.", "71"],
    ["It is 71.", "71.0"],
    ["It stood at 15.4.", "15.4"],
    ["1,234 children were seen", "1234"],
  ])("%s: %s", (words, figure) => expect(namesFigure(words, figure)).toBe(true));

  test.each([
    ["and 71.5% were completed", "71"],
    ["710 cases", "71"],
    ["7 of 17", "71"],
    ["No figure at all", "0"],
  ])("%s: not %s", (words, figure) => expect(namesFigure(words, figure)).toBe(false));
});
