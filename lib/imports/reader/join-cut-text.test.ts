import { expect, test } from "vitest";
import { joinCutText, wordsOf } from "#lib/imports/reader/join-cut-text";

const seen = wordsOf(["% cases audited for the standards of assessment", "views of families", "the month after"]);
const joined = (...pieces: string[]) => joinCutText(pieces, seen).words;

test("a letter that stands whole on both sides of a cut is one letter", () => {
  expect(joined("all case", "es here")).toBe("all cases here");
});

test("what is left of a letter after a cut is dropped", () => {
  expect(joined("View", "vs of")).toBe("Views of");
  expect(joined("in th", "ne end")).toBe("in the end");
  expect(joined("this an", "nd", "l that")).toBe("this and that");
});

test("a letter alone in its cell is a letter", () => {
  expect(joined("Neatnes", "s")).toBe("Neatness");
});

test("a cut between two known words is a space", () => {
  expect(joined("an assessment with", "a standard")).toBe("an assessment with a standard");
});

test("a cut word with a letter too many is read as the word that stands whole elsewhere, and says so", () => {
  const { words, repairs } = joinCutText(["an assesse", "ment"], seen);
  expect(words).toBe("an assessment");
  expect(repairs).toEqual(['"assesse|ment" read as "assessment", which stands whole elsewhere in the file']);
});

test("words that were not cut are left as they came", () => {
  expect(joined("two assessements and a pla", "an")).toBe("two assessements and a plan");
});
