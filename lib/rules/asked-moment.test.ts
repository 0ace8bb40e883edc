import { expect, test } from "vitest";
import { askedMomentWords } from "#lib/rules/asked-moment";

test.each([
  ["", null],
  ["from=2013-12", null],
  ["edition=2013-12.9", "This scorecard has no such edition, or what you look for is not in it."],
  ["edition=&cut=1", "“” is not an edition. One is named by its month and its number: 2013-12.1."],
  ["cut=17", "There is no cut 17."],
  ["cut=0", "“0” is not a cut. A cut is named by its number."],
  [
    "at=2014-02-31T09:32",
    "“2014-02-31T09:32” is not a moment. Give it as year, month, day and time: 2014-01-14T09:32.",
  ],
  [
    "at=2999-01-01T00:00",
    "Nothing is kept of that moment: it was before the first that is kept, or it has not been yet.",
  ],
  ["at=", "“” is not a moment. Give it as year, month, day and time: 2014-01-14T09:32."],
])("of an address that asks for “%s” a missing page says: %s", (search, words) => {
  expect(askedMomentWords(new URLSearchParams(search))).toBe(words);
});
