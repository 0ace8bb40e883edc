import { expect, test } from "vitest";
import { naughtyWords } from "#hammer/naughty/words";

test("there are five hundred, each once", () => {
  expect(naughtyWords.length).toBeGreaterThanOrEqual(500);
  expect(new Set(naughtyWords).size).toBe(naughtyWords.length);
});
