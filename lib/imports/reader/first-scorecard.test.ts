import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readAnswers } from "#lib/imports/read-answers";
import { readScorecard } from "#lib/imports/reader/read-scorecard";
import type { Answers } from "#lib/imports/reader/reading";
import { firstSet } from "#lib/testing/label-sets";

const bytes = readFileSync("db/first-scorecard/scorecard.txt");
const sha256 = createHash("sha256").update(bytes).digest("hex");
const reviewed = readAnswers(readFileSync("db/first-scorecard/answers.json", "utf8"), sha256);
const answers: Answers = "answers" in reviewed ? reviewed.answers : {};
const { reading, doubts, problems } = readScorecard(bytes, [firstSet], answers);

/** Written by hand from the source: ref, unit, direction, decimals, action plan, benchmark, bands, actuals September to December, milestones. */
const expected = `
1.1 percent lower  0 -  25   25-30|20-24|below 20 18|9|13|9           below 20|below 20|below 20
1.2 percent lower  1 -  13.8 15-20|10-14|5-9      15.2|13.8|14.1|15.4 10-20|10-20|10-20
2.1 percent higher 0 A4 -    75-84|85-95|95+      69|68|84|90         85|90|95
2.2 percent higher 0 A4 -    70-79|80-89|90+      ||53|               75+|75+|75+
2.3 percent higher 0 A4 -    65-70|71-75|75+      66|62|63|68         75+|75+|75+
2.4 percent higher 0 A4 -    75-80|81-90|90+      86|81|80|82         75|90+|90+
2.5 count   lower  0 A4 -    10-15|5-9|below 5    3|1|5|4             below 5|below 5|below 5
3.1 percent higher 0 B4 -    70-80|81-90|90+      85|81|80|80         90|90|90
3.2 percent higher 0 B4 -    65-75|76-85|85+      ||68|               |70|80
3.3 percent higher 0 B4 -    65-75|76-85|85+      |||                 ||
4.1 percent higher 0 B3 -    65-70|71-75|75+      |75|76|76           70|70|70
4.2 percent higher 0 B3 -    50-55|56-60|60+      47|44|43|40         50|55|60
4.3 percent lower  1 B3 -    20-15|10-14|below 10 27.1|31.6|30.3|32.8 20|15|15
4.4 percent higher 0 D3 -    30-40|41-55|55+      |13|26|38           40|50|60
4.5 count   lower  0 D3 -    25-30|24-20|below 20 35|35|38|36         30|28|25
4.6 average lower  0 D3 -    28-25|24-20|below 20 24|23|22|23         below 25|below 25|below 25
`
  .trim()
  .replaceAll("below ", "below~")
  .split("\n")
  .map((line) =>
    line
      .split(/\s+/)
      .map((cell) => cell.replaceAll("~", " "))
      .join("; "),
  );

const actualMonths = ["2013-09", "2013-10", "2013-11", "2013-12"];
const milestoneMonths = ["2013-12", "2014-03", "2014-06"];

test("the first scorecard reads without a problem, and its review answers every doubt and no other", () => {
  expect(problems).toEqual([]);
  expect(Object.keys(answers).sort()).toEqual(doubts.map(({ key }) => key).sort());
});

test("every cell of the 16 indicators is as the source has it", () => {
  const lines = reading?.indicators.map((each) => {
    const by = <T extends { month: string }>(list: T[], months: string[], text: (item: T) => string) =>
      months
        .map((month) =>
          list
            .filter((item) => item.month === month)
            .map(text)
            .join(","),
        )
        .join("|");
    return [
      each.ref,
      each.unit,
      each.direction,
      each.precision,
      each.actionPlanRefs.join(",") || "-",
      each.benchmark ?? "-",
      each.bands
        .map(({ asTyped }) => asTyped)
        .reverse()
        .join("|"),
      by(each.actuals, actualMonths, ({ value }) => value),
      by(each.milestones, milestoneMonths, ({ asTyped }) => asTyped),
    ].join("; ");
  });
  expect(lines).toEqual(expected);
  expect(reading?.indicators.flatMap(({ actuals }) => actuals)).toHaveLength(52);
  expect(reading?.indicators.flatMap(({ milestones }) => milestones)).toHaveLength(44);
});

test("the sections have their titles whole, one theme and their teams", () => {
  const theme = "Quality of Practice";
  expect(reading?.sections).toEqual([
    { number: "1", title: null, theme, team: "Assessment" },
    { number: "2", title: "Timeliness", theme, team: "Assessment" },
    { number: "3", title: "Views and Wishes", theme, team: "Participation" },
    { number: "4", title: "Development of Workforce", theme, team: "Workforce" },
  ]);
});

test("the two comments keep all their words and stand on the indicators they name", () => {
  expect(reading?.comments.map(({ ref, month, words }) => ({ ref, month, words }))).toEqual([
    {
      ref: "1.1",
      month: "2013-12",
      words:
        "Repeat referrals: Has been calculated by the number of cases with a combined assessment that also had an initial assessment in the previous 12 months.",
    },
    {
      ref: "2.1",
      month: "2013-12",
      words:
        "Children seen within 10 days: The substantial improvement in robust recording of the date the child has been seen is now clearly evidencing that action is being taken in a timely fashion when a decision is taken to commence an assessment.",
    },
  ]);
});

test("September to November are closed, December and January open", () => {
  expect(reading?.months.map(({ month, state }) => `${month} ${state}`)).toEqual([
    "2013-09 closed",
    "2013-10 closed",
    "2013-11 closed",
    "2013-12 open",
    "2014-01 open",
  ]);
});

test("the homoglyph, the merged cells and the cut titles are put to a person with the text as it came", () => {
  const doubt = (key: string) => doubts.find((each) => each.key === key);
  expect(doubt("3.1 action plan")).toMatchObject({ row: 15, column: 2, asItCame: "\u04124", proposed: "B4" });
  expect(doubt("3.1 action plan")?.about).toContain("Cyrillic Ve for B");
  expect(doubt("4.3 action plan")).toMatchObject({ row: 24, asItCame: "\u04123", proposed: "B3" });
  expect(doubt("section 1 title")).toMatchObject({ asItCame: "", proposed: "" });
  expect(doubt("section 3 title")).toMatchObject({ row: 14, asItCame: "View|vs and|l Wishes" });
  expect(doubt("section 4 title")?.about).toContain("It ends its page");
  expect(doubt("comment on row 5 indicator")?.about).toContain("The indicator above it is 1.2");
});

test("the measures are as typed", () => {
  const measures = Object.fromEntries(reading?.indicators.map(({ ref, measure }) => [ref, measure]) ?? []);
  expect(measures["2.3"]).toBe("% cases taking 35 days or less from of start of combined assessment");
  expect(measures["4.6"]).toBe("Average Caseload");
});
