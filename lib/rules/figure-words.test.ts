import { expect, test } from "vitest";
import { figureWords } from "#lib/rules/figure-words";

test.each([
  ["90", "percent", 0, "90%"],
  ["1200.5", "pounds", 2, "£1,200.50"],
  ["12", "days", 0, "12"],
  ["41.2", "rate per 10,000", 1, "41.2"],
] as const)("%s as %s is said with what is short of its unit", (value, unit, precision, words) => {
  expect(figureWords(value, { unit, precision })).toBe(words);
});
