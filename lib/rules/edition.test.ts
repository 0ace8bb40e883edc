import { expect, test } from "vitest";
import { editionText, editionWords, parseEdition } from "#lib/rules/edition";

test("an edition is named by its month and its number", () => {
  const edition = { month: "2013-12", number: 2 } as const;
  expect(editionText(edition)).toBe("2013-12.2");
  expect(parseEdition("2013-12.2")).toEqual(edition);
  expect(editionWords(edition)).toBe("edition 2 of December 2013");
});

test("a month alone asks for its newest", () => {
  expect(parseEdition("2013-12")).toEqual({ month: "2013-12", number: null });
});

test.each(["", "2013-13", "2013-12.0", "2013-12.", "2013-12.1.1", "2013-12.1234567", "Dec 13", "2013-12.-1"])(
  "“%s” names none",
  (typed) => {
    expect(parseEdition(typed)).toBeNull();
  },
);
