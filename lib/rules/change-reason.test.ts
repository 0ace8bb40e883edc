import { expect, test } from "vitest";
import { longestReason, readReason } from "#lib/rules/change-reason";

test.each([
  ["", "", null],
  ["", "  ", null],
  ["", " Two late cases ", "Two late cases"],
  ["mistyped", "", "It was typed wrongly"],
  ["recounted", "by the team’s auditor", "It was counted again: by the team’s auditor"],
  ["other", "A case moved to the next month", "A case moved to the next month"],
  ["undone", "", "Undone by who had saved it"],
])("%j with %j is the reason %j", (because, why, reason) => {
  expect(readReason({ because, why })).toEqual({ ok: true, reason });
});

test.each([
  ["other", " ", "Say in words which other reason it is."],
  ["toString", "", "Choose a reason from the list."],
  ["late", "x".repeat(longestReason + 1), "A reason has at most 300 characters; this one has 301."],
])("%j with %j is refused", (because, why, message) => {
  expect(readReason({ because, why })).toEqual({ ok: false, message });
});
