import { expect, test } from "vitest";
import { asOfWords } from "#components/scorecards/as-of-words";
import { apart } from "#lib/rules/direction";

test("a printed scorecard says whose figures it shows, as of when", () => {
  const at = new Date("2014-01-14T09:32:00Z");
  expect(asOfWords(null, at, "Europe/London")).toBe("Live figures as they stood on 14 January 2014, 09:32.");
  expect(asOfWords({ name: "Cut 17" }, at, "Europe/Berlin")).toBe(
    `${apart("Cut 17")}: as they stood on 14 January 2014, 10:32.`,
  );
});
