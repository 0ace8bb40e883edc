import { describe, expect, it } from "vitest";
import { gapBeside, gapWords, nextToOpen, whyNotYet } from "#lib/rules/opening";

describe("which month is opened", () => {
  it("next: the one after the last, whatever order they stand in", () => {
    expect(nextToOpen(["2014-01", "2013-11", "2013-12"])).toBe("2014-02");
    expect(nextToOpen([])).toBeNull();
  });

  it.each([
    [["2013-12", "2014-01"], "2014-02", null],
    [["2013-12"], "2014-02", "This leaves a gap: January 2014 has not been opened."],
    [["2013-12"], "2014-04", "This leaves a gap: the 3 months from January 2014 to March 2014 have not been opened."],
    [
      ["2013-12"],
      "2013-09",
      "This leaves a gap: the 2 months from October 2013 to November 2013 have not been opened.",
    ],
    [["2013-10", "2013-12"], "2013-11", null],
    [[], "2013-12", null],
  ] as const)("after %j, %s: %s", (opened, month, words) => {
    expect(gapWords(opened, month)).toBe(words);
    expect(gapBeside(opened, month).length > 0).toBe(words !== null);
  });

  it("only once it has begun", () => {
    expect(whyNotYet("2014-02", "2014-02-01")).toBeNull();
    expect(whyNotYet("2014-02", "2014-01-31")).toBe(
      "February 2014 has not begun: it can be opened from 1 February 2014 on.",
    );
  });
});
