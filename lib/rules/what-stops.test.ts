import { expect, test } from "vitest";
import { type StoppingCell, whatStops } from "#lib/rules/what-stops";

const given: StoppingCell = { isDue: true, actual: { value: "68", missing: null }, required: [], comment: "none" };
const required = ["the grade is Adequate"];

test("a figure that is given, zero or a symbol, stops nothing; a blank or a cleared one that is due does", () => {
  const figures = [
    [given.actual, []],
    [{ value: "0", missing: null }, []],
    [{ value: null, missing: "z" }, []],
    [null, ["figure"]],
    [{ value: null, missing: null }, ["figure"]],
  ] as const;
  for (const [actual, kinds] of figures) expect(whatStops({ ...given, actual }).map(({ kind }) => kind)).toEqual(kinds);
  expect(whatStops({ ...given, actual: null, isDue: false })).toEqual([]);
});

test.each([
  ["none", "no comment was written, and one is required: the grade is Adequate"],
  ["withdrawn", "its comment was withdrawn, and one is required: the grade is Adequate"],
  ["returned", "its comment was returned, and one is required: the grade is Adequate"],
  ["approval withdrawn", "the approval of its comment was withdrawn, and one is required: the grade is Adequate"],
  ["draft", null],
  ["submitted", null],
  ["approved", null],
  ["lapsed", null],
  ["imported", null],
] as const)("a required comment that is %s", (comment, words) => {
  expect(whatStops({ ...given, required, comment }).map((stop) => stop.words)).toEqual(words ? [words] : []);
  expect(whatStops({ ...given, comment })).toEqual([]);
});
