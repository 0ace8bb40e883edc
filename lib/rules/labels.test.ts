import { expect, test } from "vitest";
import { firstLabels } from "#lib/people/first-labels";
import { areComparable, bandedLevels, gradeWord, labelsFromRows, levelOf } from "#lib/rules/labels";
import { redAmberGreen } from "#lib/testing/red-amber-green";

test("labels are their rows, best first, without what else the rows have", () => {
  const rows = firstLabels.map((level) => ({ ...level, fromMonth: "2013-09" })).reverse();
  expect(labelsFromRows(rows)).toEqual(firstLabels);
});

test("labels with a rank missing, or with one level alone, are no labels", () => {
  expect(() => labelsFromRows(firstLabels.slice(1))).toThrow("ranks 2, 3, 4");
  expect(() => labelsFromRows(firstLabels.slice(0, 1))).toThrow("ranks 1");
  expect(() => labelsFromRows([])).toThrow("A label set has the ranks .");
});

test("a grade is a level and its word, and one that the labels do not have is still said", () => {
  expect(levelOf(firstLabels, 3)).toMatchObject({ word: "Adequate", asksForComment: true });
  expect(levelOf(redAmberGreen, 4)).toBeNull();
  expect([1, 4, null].map((grade) => gradeWord(redAmberGreen, grade))).toEqual(["Green", "level 4", "no grade"]);
});

test("every level but the lowest has a band, and bands are published from the worst on", () => {
  expect(bandedLevels(redAmberGreen).map(({ word }) => word)).toEqual(["Amber", "Green"]);
});

test("grades compare where there are as many levels, whatever their words", () => {
  const renamed = firstLabels.map((level) => ({ ...level, word: level.word.toUpperCase() }));
  expect(areComparable(firstLabels, renamed)).toBe(true);
  expect(areComparable(firstLabels, redAmberGreen)).toBe(false);
});
