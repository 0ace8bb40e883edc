import { expect, test } from "vitest";
import { looksRedacted, withoutMark } from "#lib/rules/without-mark";

const mark = "[redacted on 3 March 2014 by A and B, on the authority of: C [sic]]";

test.each([
  ["Words.", null, "Words."],
  [mark, mark, ""],
  [`A [redacted] visit. ${mark}`, mark, "A [redacted] visit."],
  [`A visit. ${mark}`, null, `A visit. ${mark}`],
  [`${mark} A visit.`, mark, `${mark} A visit.`],
])("of %j with the mark %j is left %j", (words, ends, left) => expect(withoutMark(words, ends)).toBe(left));

test.each([
  [mark, true],
  ["So it was.\n[ Redacted  on 1 May by nobody,\non the authority of: me", true],
  ["It was [redacted] on the authority of the court.", false],
])("%j looks redacted: %j", (words, looks) => expect(looksRedacted(words)).toBe(looks));
