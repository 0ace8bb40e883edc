import { expect, test } from "vitest";
import { firstDayWords } from "#lib/rules/first-day-words";

test.each([
  ["accepted-2026-12-01", "Your account is accepted. Your role begins on 1 December 2026: sign in then."],
  ["begins-2026-12-01", "You are not signed in. Your role begins on 1 December 2026: sign in then."],
  ["accepted-2026-02-30", null],
  ["accepted-soon", null],
  ["toString-2026-12-01", null],
  ["signed-out", null],
])("%s", (done, words) => expect(firstDayWords(done)).toBe(words));
