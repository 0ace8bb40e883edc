import { expect, test } from "vitest";
import { differenceCounts } from "#components/scorecards/difference-counts";

const of = (what: string, ref = "2.3", month: "2013-11" | "2013-12" = "2013-11") => {
  return { ref, month, what, was: "one", is: "another" };
};

test("what differs is counted by its kind, a figure with its note once", () => {
  expect(differenceCounts([])).toBe("");
  expect(differenceCounts([of("Figure"), of("Note"), of("Grade")])).toBe("1 figure and 1 grade");
  const many = [of("Figure"), of("Figure", "2.5"), of("Figure", "2.5", "2013-12"), of("Milestone"), of("Comment")];
  expect(differenceCounts(many)).toBe("3 figures, 1 milestone and 1 comment");
  expect(differenceCounts([of("Team from"), of("Measure from"), of("Indicator")])).toBe("3 definitions");
});
