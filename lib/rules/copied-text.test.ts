import { expect, test } from "vitest";
import { copiedText } from "#lib/rules/copied-text";

test("cells are copied with tabs between them, a line for each row", () => {
  expect(
    copiedText([
      ["2.1", "88"],
      ["2.2", "[x]"],
      ["2.3", ""],
    ]),
  ).toBe("2.1\t88\n2.2\t[x]\n2.3\t");
});

test("what holds a tab, a line break or a quote is quoted, and what would run as a formula is text", () => {
  expect(copiedText([['of "good"', "two\nlines", "a\tb"]])).toBe('"of ""good"""\t"two\nlines"\t"a\tb"');
  expect(copiedText([["=1+1", "-1.5", "-"]])).toBe("'=1+1\t-1.5\t'-");
});
