import { expect, test } from "vitest";
import { type CommentRules, commentRulesWords, everyRule, rulesIn, withCommentRules } from "#lib/rules/comment-rules";
import { whyCommentRequired } from "#lib/rules/commentary-status";
import type { Labels } from "#lib/rules/labels";

const level = (rank: number, word: string, asksForComment: boolean) => ({
  ...{ rank, word, short: word[0]!, asksForComment },
  ...({ shape: "circle", tone: "pine" } as const),
});
const labels: Labels = [level(1, "Green", false), level(2, "Amber", true), level(3, "Red", true)];
const why = (grade: number | null, rules: CommentRules | null) =>
  whyCommentRequired(
    {
      month: "2013-12",
      grade,
      previous: { month: "2013-11", grade: 1 },
      milestoneMissed: true,
      unusual: "below its usual range",
    },
    withCommentRules(labels, rules),
  ).length;

test("where nothing was said, or that all hold, all four rules hold", () => {
  expect(why(3, null)).toBe(4);
  expect(why(3, everyRule)).toBe(4);
  expect(withCommentRules(labels, null)).toBe(labels);
});

test("each rule can be left out, also where there is no grade", () => {
  for (const rule of ["milestoneMissed", "gradeChanged", "figureUnusual"] as const) {
    expect(why(3, { ...everyRule, [rule]: false })).toBe(3);
  }
  expect(why(null, { ...everyRule, milestoneMissed: false })).toBe(1);
});

test("by the grade it is required at so many of the lowest levels", () => {
  const byGrade = { milestoneMissed: false, gradeChanged: false, figureUnusual: false };
  const at = (lowestLevels: number | null) => [1, 2, 3].map((grade) => why(grade, { ...byGrade, lowestLevels }));
  expect(at(null)).toEqual([0, 1, 1]);
  expect(at(0)).toEqual([0, 0, 0]);
  expect(at(1)).toEqual([0, 0, 1]);
  expect(at(5)).toEqual([1, 1, 1]);
});

test("what holds in a month is what was said last before it", () => {
  const said = [
    { fromMonth: "2014-03", ...everyRule },
    { fromMonth: "2013-12", ...everyRule },
  ] as const;
  expect(rulesIn(said, "2013-11")).toBeNull();
  expect(rulesIn(said, "2014-02")).toBe(said[1]);
  expect(rulesIn(said, "2014-03")).toBe(said[0]);
});

test("is said in words", () => {
  expect(commentRulesWords(everyRule)).toBe(
    "where the grade is one that asks for it, its milestone is missed, the grade changed or the figure is unusual",
  );
  const none = { lowestLevels: 0, milestoneMissed: false, gradeChanged: false, figureUnusual: false };
  expect(commentRulesWords(none)).toBe("nowhere");
  expect(commentRulesWords({ ...none, lowestLevels: 1 })).toBe("where the grade is the lowest");
});
