import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { addMonths, type Month } from "#lib/rules/month";
import { askedOfWords } from "#lib/rules/said/asked-words";
import { claimsIn } from "#lib/rules/said/claims";
import type { TableFacts } from "#lib/rules/said/table-facts";

const december = "2013-12" as Month;
const facts = (measure: string, values: string[], others: string[], more: Partial<TableFacts> = {}): TableFacts => ({
  ...{ month: december, measure, unit: "percent", direction: "higher", every: 1, rebasedFrom: [], others, ...more },
  figures: values.map((value, index) => ({ value, month: addMonths(december, index - values.length + 1) })),
});
const lower = { direction: "lower" } as const;
const count = { ...lower, unit: "count" } as const;

/** As the first scorecard has them. */
const indicators = {
  seen: facts(
    "% children seen within 10 days of combined assessment start date",
    ["69", "68", "84", "90"],
    ["75-84", "85-95", "95+", "85"],
  ),
  days: facts(
    "% cases taking 35 days or less from of start of combined assessment",
    ["66", "62", "63", "68"],
    ["65-70", "71-75", "75+"],
  ),
  agency: facts(
    "% agency Social Workers",
    ["27.1", "31.6", "30.3", "32.8"],
    ["20-15", "10-14", "below 10", "20"],
    lower,
  ),
  caseload: facts("Maximum single Social Worker caseload", ["35", "35", "38", "36"], ["30", "25"], count),
  plans: facts("Number of CP plans open more than 15 months", ["3", "1", "5", "4"], ["10-15", "5-9", "below 5"], count),
};
const all = Object.entries(indicators);

const sentences = (file: string): string[] =>
  readFileSync(join(import.meta.dirname, `../cases/said/${file}.txt`), "utf8")
    .trim()
    .split("\n");
const ofIndicators = (file: string) =>
  sentences(file).map((line) => line.split("|") as [keyof typeof indicators | "anybody", string]);

test("of what is ordinary in a commentary nothing is asked, whichever indicator it is on", () => {
  const asked = sentences("ordinary").flatMap((words) =>
    all.flatMap(([of, table]) => askedOfWords(words, table).map(({ passage }) => ({ words, of, passage }))),
  );
  expect(asked).toEqual([]);
});

describe("each sentence that the table or who is in it speaks against is asked about", () => {
  test.each(ofIndicators("asked"))("%s: %s", (of, words) => {
    expect(askedOfWords(words, indicators[of === "anybody" ? "seen" : of])).not.toEqual([]);
  });
});

describe("nothing is claimed by what the table bears out", () => {
  test.each(ofIndicators("borne-out"))("%s: %s", (of, words) => {
    expect(claimsIn(words, indicators[of === "anybody" ? "seen" : of])).toEqual([]);
  });
});
