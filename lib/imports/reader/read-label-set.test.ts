import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readScorecard } from "#lib/imports/reader/read-scorecard";
import type { Answers } from "#lib/imports/reader/reading";
import type { LabelSet } from "#lib/rules/labels";
import { firstSet, trafficLights } from "#lib/testing/label-sets";

const seed = readFileSync("db/first-scorecard/scorecard.txt", "utf8");
const inspection: LabelSet = {
  id: "inspection",
  name: "A later framework",
  labels: firstSet.labels.map((level) => ({ ...level, word: level.rank === 3 ? "Requires improvement" : level.word })),
};
const read = (text: string, labelSets: LabelSet[], answers?: Answers) =>
  readScorecard(new TextEncoder().encode(text), labelSets, answers);
const bandsOf = ({ indicators }: ReturnType<typeof read>, ref: string) =>
  indicators.find((each) => each.ref === ref)?.bands.map(({ word, asTyped }) => `${word} ${asTyped}`);
const asked = ({ doubts }: ReturnType<typeof read>) => doubts.find(({ kind }) => kind === "levels");

/** Two pages of a scorecard with these bands, one indicator on each. */
function scorecard(bands: string[], first: string[], second: string[], secondHeading = bands): string {
  const heading = (named: string[]) => [
    ["", "Action Plan", "", "", "Stat", ...named.map(() => ""), "Actual"],
    ["Theme", "", "PI Ref", "Measure", "Neigh Av", ...named, "Dec-13"],
  ];
  const rows = [
    ...heading(bands),
    ["Early help", "A1", "1.1", "% plans in time", "", ...first, "70"],
    [],
    ...heading(secondHeading),
    ["Early help", "A1", "1.2", "Number of families waiting", "", ...second, "12"],
  ];
  return rows.map((cells) => cells.join("\t")).join("\n");
}
const lights = scorecard(["Amber", "Green"], ["60-79", "80+"], ["10-20", "below 10"]);

describe("the label set of a scorecard", () => {
  test("is the one whose words head the bands, without asking", () => {
    const first = read(seed, [inspection, firstSet, trafficLights]);
    expect(asked(first)).toBeUndefined();
    expect(first.reading?.labelSet).toBe(firstSet);
    expect(bandsOf(first, "2.1")).toEqual(["Outstanding 95+", "Good 85-95", "Adequate 75-84"]);

    const second = read(lights, [firstSet, trafficLights]);
    expect(second.problems).toEqual([]);
    expect(asked(second)).toBeUndefined();
    expect(second.reading?.labelSet).toBe(trafficLights);
    expect(bandsOf(second, "1.1")).toEqual(["Green 80+", "Amber 60-79"]);
    expect(second.doubts.find(({ key }) => key === "1.2 direction")).toMatchObject({
      proposed: "lower",
      asItCame: "10-20, below 10",
      about: "The bands run from Amber 10-20 to Green below 10, so lower is better.",
    });
  });

  test("says which band is which, whatever their order, and however their headings are wrapped and written", () => {
    const turned = scorecard(["Green", "Amber"], ["80+", "60-79"], ["below 10", "10-20"]);
    expect(bandsOf(read(turned, [trafficLights]), "1.2")).toEqual(["Green below 10", "Amber 10-20"]);
    const wrapped = seed
      .replace("Thresholds\t\t", "Requires\t\t")
      .replace("PI Ref\tMeasure\tStat\tThresholds", "PI Ref\tMeasure\tStat\tRequires")
      .replaceAll("Adequate", "IMPROVEMENT");
    expect(read(wrapped, [firstSet, inspection])).toMatchObject({ problems: [], reading: { labelSet: inspection } });
  });

  test("is asked where none has the words of the bands, which then stand from the worst to the best", () => {
    const doubted = read(seed.replaceAll("Adequate", "Fair"), [inspection, firstSet, trafficLights]);
    expect(doubted.problems).toEqual([]);
    expect(asked(doubted)).toMatchObject({
      key: "label set",
      row: 2,
      column: 6,
      asItCame: "Fair|Good|Outstanding",
      proposed: "A later framework",
      choices: ["A later framework", "Ofsted's words"],
      about: expect.stringContaining("Ofsted's words (Outstanding, Good, Adequate, Inadequate)"),
    });
    const answered = read(seed.replaceAll("Adequate", "Fair"), [inspection, firstSet], {
      "label set": "Ofsted's words",
    });
    expect(answered.reading?.labelSet).toBe(firstSet);
    expect(bandsOf(answered, "2.1")).toEqual(["Outstanding 95+", "Good 85-95", "Adequate 75-84"]);
    const refused = read(lights, [firstSet, trafficLights, { ...trafficLights, name: "Other" }], {
      "label set": "Ofsted's words",
    });
    expect(refused.problems).toMatchObject([{ doubt: "label set" }]);
  });

  test("is asked where several have the words of the bands", () => {
    const other = { ...firstSet, id: "other", name: "The same words" };
    const doubted = read(seed, [firstSet, other, inspection], { "label set": "The same words" });
    expect(asked(doubted)).toMatchObject({ choices: ["Ofsted's words", "The same words"] });
    expect(asked(doubted)?.about).toMatch(/^Several label sets have these words/);
    expect(doubted.reading?.labelSet).toBe(other);
  });

  test("is a problem where none has one level more than there are bands", () => {
    const { reading, problems } = read(lights, [firstSet]);
    expect(reading).toBeNull();
    expect(problems).toMatchObject([
      { row: 2, column: 6, message: "There are 2 bands, Amber, Green, and no label set of 3 levels to grade by." },
    ]);
    expect(read(seed, []).problems).toHaveLength(1);
  });

  test("is one for all pages, so their bands must be the same", () => {
    const differing = scorecard(["Amber", "Green"], ["60-79", "80+"], ["10-20", "below 10"], ["Adequate", "Good"]);
    expect(read(differing, [trafficLights]).problems).toMatchObject([
      { row: 6, message: "The bands of page 2 are Adequate, Good; those of page 1 are Amber, Green." },
    ]);
    const none = scorecard([], [], []);
    expect(read(none, [trafficLights]).problems[0]?.message).toBe(
      'The heading on rows 1 and 2 has no bands between "Neigh Av" and the months.',
    );
  });
});
