import { describe, expect, test } from "vitest";
import { emptyActual } from "#lib/rules/actual";
import { asksWhy, isReasonAsked, wrongReason } from "#lib/rules/asks-why";
import { noReason } from "#lib/rules/change-reason";

const says = (value: string | null, missing: "x" | null = null) => ({ ...emptyActual, value, missing });
const nothing = { isImported: false, isSubmitted: false, approvedOn: null };

test("what is said before names all that relies on the figure", () => {
  expect(asksWhy(nothing)).toBeNull();
  expect(asksWhy({ ...nothing, isImported: true })).toBe("It was imported.");
  expect(asksWhy({ isImported: true, isSubmitted: true, approvedOn: "5 December 2013" })).toBe(
    "It was imported. A comment that was submitted explains it. This makes the approval of 5 December 2013 lapse.",
  );
});

test.each([
  [says("68"), says("70"), true],
  [says("68"), says(null), true],
  [says("68"), says(null, "x"), true],
  [says(null, "x"), says("70"), true],
  [says("68"), says("68.0"), false],
  [says("68"), { ...says("68"), note: "late", provisional: true, numerator: "17", denominator: "25" }, false],
  [says(null), says("70"), false],
  [null, says("70"), false],
])("%j becoming %j asks for a reason: %j", (before, after, expected) => {
  expect(isReasonAsked(before, after, "It was imported.")).toBe(expected);
  expect(isReasonAsked(before, after, null)).toBe(false);
});

describe("a change that asks for a reason", () => {
  const wrong = (
    after: typeof emptyActual | null,
    given: Partial<typeof noReason>,
    asks: string | null = "It was imported.",
  ) => wrongReason(says("68"), after, { asks, given: { ...noReason, ...given } });

  test("is told what becomes of the figure", () => {
    expect(wrong(says("70"), {})).toBe("Say why 68 becomes 70. It was imported.");
    expect(wrong(null, {})).toBe("Say why 68 is taken back. It was imported.");
  });

  test("asks as well where it goes back to what had stood there, and is right with words", () => {
    for (const because of ["undone", "redone"]) {
      expect(wrong(says("70"), { because })).toBe("Say why 68 becomes 70. It was imported.");
      expect(wrong(says("70"), { because }, null)).toBeNull();
      expect(wrong(says("70"), { because, why: "The late case was not ours" })).toBeNull();
    }
  });

  test("is right with one from the list or with words, and any change without need of one", () => {
    expect(wrong(says("70"), { because: "late" })).toBeNull();
    expect(wrong(says("70"), { why: "Two late cases" })).toBeNull();
    expect(wrong(says("70"), {}, null)).toBeNull();
    expect(wrong(says("70"), { because: "other" }, null)).toBe("Say in words which other reason it is.");
  });
});
