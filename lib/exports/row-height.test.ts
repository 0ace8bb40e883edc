import { expect, test } from "vitest";
import { rowHeight } from "#lib/exports/row-height";

const styles = { words: { wrap: true }, line: {} };
const heightOf = (words: string, width: number, style: keyof typeof styles = "words") =>
  rowHeight([null, { words, style }], [5, width], styles);

test.each([
  ["one line", 20, null],
  ["one line and then another", 20, 30],
  ["first\nsecond\n\nfourth", 20, 60],
  ["x".repeat(45), 20, 45],
  [`so ${"x".repeat(45)} on`, 20, 60],
  ["", 20, null],
  ["word ".repeat(10_000), 20, 405],
])("%j in %i characters is %s points high", (words, width, height) => {
  expect(heightOf(words, width)).toBe(height);
});

test("what is not broken is one line, however long", () => {
  expect(heightOf("x".repeat(100), 20, "line")).toBeNull();
});
