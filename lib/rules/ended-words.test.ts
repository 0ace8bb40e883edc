import { expect, test } from "vitest";
import { endedWords } from "#lib/rules/ended-words";

test("whoever comes back after their session ended is told why", () => {
  expect(endedWords({ why: "idle", hours: 8 })).toBe(
    "You were signed out because Candour was not used for 8 hours. Sign in again to go on where you were.",
  );
  expect(endedWords({ why: "idle", hours: 1 })).toContain("not used for an hour.");
  expect(endedWords({ why: "longest", hours: 12 })).toContain("every session ends after 12 hours.");
  expect(endedWords({ why: "ended" })).toContain("by the performance officer.");
});
