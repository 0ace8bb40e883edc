import { expect, test } from "vitest";
import { withoutMark } from "#lib/rules/without-mark";

test.each([
  ["Words.", "Words."],
  ["[redacted on 3 March 2014 by A and B, on the authority of: C]", ""],
  ["A [redacted] visit. [redacted on 3 March 2014 by A and B, on the authority of: C [sic]]", "A [redacted] visit."],
  ["It was [redacted]", "It was [redacted]"],
])("of %j is left %j", (words, left) => expect(withoutMark(words)).toBe(left));
