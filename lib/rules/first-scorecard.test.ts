import { describe, expect, test } from "vitest";
import type { Direction } from "#db/vocabulary";
import { firstLabels } from "#lib/people/first-labels";
import { parseBands } from "#lib/rules/bands";
import { gradeOf } from "#lib/rules/grade";
import { levelOf } from "#lib/rules/labels";
import { milestoneState, parseMilestone } from "#lib/rules/milestone";
import { typedBands } from "#lib/testing/typed-bands";

/** Read by eye from the source: bands, then September to December with the grade each earns, then December's milestone. */
const scorecard: [
  ref: string,
  direction: Direction,
  bands: [adequate: string, good: string, outstanding: string],
  actuals: string,
  december: string,
][] = [
  ["1.1", "lower", ["25-30", "20-24", "below 20"], "18 O, 9 O, 13 O, 9 O", "below 20 met"],
  ["1.2", "lower", ["15-20", "10-14", "5-9"], "15.2 A, 13.8 G, 14.1 A, 15.4 A", "10-20 met"],
  ["2.1", "higher", ["75-84", "85-95", "95+"], "69 I, 68 I, 84 A, 90 G", "85 met"],
  ["2.2", "higher", ["70-79", "80-89", "90+"], "-, -, 53 I, -", "75+ due"],
  ["2.3", "higher", ["65-70", "71-75", "75+"], "66 A, 62 I, 63 I, 68 A", "75+ missed"],
  ["2.4", "higher", ["75-80", "81-90", "90+"], "86 G, 81 G, 80 A, 82 G", "75 met"],
  ["2.5", "lower", ["10-15", "5-9", "below 5"], "3 O, 1 O, 5 G, 4 O", "below 5 met"],
  ["3.1", "higher", ["70-80", "81-90", "90+"], "85 G, 81 G, 80 A, 80 A", "90 missed"],
  ["3.2", "higher", ["65-75", "76-85", "85+"], "-, -, 68 A, -", "-"],
  ["3.3", "higher", ["65-75", "76-85", "85+"], "-, -, -, -", "-"],
  ["4.1", "higher", ["65-70", "71-75", "75+"], "-, 75 O, 76 O, 76 O", "70 met"],
  ["4.2", "higher", ["50-55", "56-60", "60+"], "47 I, 44 I, 43 I, 40 I", "50 missed"],
  ["4.3", "lower", ["20-15", "10-14", "below 10"], "27.1 I, 31.6 I, 30.3 I, 32.8 I", "20 missed"],
  ["4.4", "higher", ["30-40", "41-55", "55+"], "-, 13 I, 26 I, 38 A", "40 missed"],
  ["4.5", "lower", ["25-30", "24-20", "below 20"], "35 I, 35 I, 38 I, 36 I", "30 missed"],
  ["4.6", "lower", ["28-25", "24-20", "below 20"], "24 G, 23 G, 22 G, 23 G", "below 25 met"],
];

describe("the first scorecard", () => {
  test.each(scorecard)("%s", (_ref, direction, published, actuals, december) => {
    const read = parseBands(typedBands(published), direction);
    if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join(" "));
    const values = actuals.split(", ").map((cell) => (cell === "-" ? null : (cell.split(" ")[0] ?? null)));
    const graded = values.map((value) =>
      value === null ? "-" : `${value} ${levelOf(firstLabels, gradeOf(value, read.bands))?.short}`,
    );
    expect(graded.join(", ")).toBe(actuals);

    if (december === "-") return;
    const [, typed = "", state] = /^(.+) (\w+)$/.exec(december) ?? [];
    const target = parseMilestone(typed, direction);
    expect(target.ok && milestoneState(target.milestone, values[3] ?? null, "open")).toBe(state);
  });

  test("has 52 figures, and in December 3 Outstanding, 3 Good, 4 Adequate, 3 Inadequate and 3 without", () => {
    const cells = scorecard.map(([, , , actuals]) => actuals.split(", "));
    expect(cells.flat().filter((cell) => cell !== "-")).toHaveLength(52);
    const count = (grade: string) => cells.filter((row) => row[3]?.endsWith(grade)).length;
    expect(["O", "G", "A", "I", "-"].map(count)).toEqual([3, 3, 4, 3, 3]);
  });
});
