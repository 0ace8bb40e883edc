import { expect, test } from "vitest";
import { writtenWords } from "#components/scorecards/written-words";

test("what was written to is counted by its kind, and not as all where there is more", () => {
  const nothing = { figures: 0, comments: 0, definitions: 0, isAll: true };
  expect(writtenWords(nothing)).toBeNull();
  expect(writtenWords({ ...nothing, figures: 1 })).toBe("1 figure");
  expect(writtenWords({ ...nothing, figures: 2, comments: 1, definitions: 3 })).toBe(
    "2 figures, 1 comment and 3 definitions",
  );
  expect(writtenWords({ ...nothing, figures: 1000, isAll: false })).toBe("at least 1,000 figures");
});
