import { describe, expect, test } from "vitest";
import { addMonths, type Month } from "#lib/rules/month";
import { claimsIn } from "#lib/rules/said/claims";
import type { TableFacts } from "#lib/rules/said/table-facts";

const december = "2013-12" as Month;
const monthly = (values: (string | null)[], month = december, every = 1) =>
  values.map((value, index) => ({ value, month: addMonths(month, (index - values.length + 1) * every) }));

/** Higher is better: 84 in November, 90 in December. */
const seen: TableFacts = {
  month: december,
  unit: "percent",
  direction: "higher",
  every: 1,
  figures: monthly(["69", "68", "84", "90"]),
  rebasedFrom: [],
  others: ["75-84", "85-94", "95+"],
};
/** Lower is better: 30.3 in November, 32.8 in December. */
const agency: TableFacts = {
  ...seen,
  direction: "lower",
  figures: monthly(["27.1", "31.6", "30.3", "32.8"]),
  others: ["20", "10"],
};
const caseload: TableFacts = {
  ...agency,
  unit: "count",
  figures: monthly(["35", "35", "38", "36"]),
  others: ["30", "25"],
};
const quarterly: TableFacts = { ...seen, every: 3, figures: monthly(["71", "70", "74"], december, 3) };
/** Fourteen months in which nothing but chance is at work. */
const steady: TableFacts = {
  ...seen,
  figures: monthly(["80", "82", "79", "81", "80", "83", "79", "80", "82", "81", "79", "80", "82", "81"].concat("83")),
};

const passages = (words: string, facts: TableFacts) => claimsIn(words, facts).map(({ passage }) => passage);

describe("which way the figure went", () => {
  test.each<[string, TableFacts, string[]]>([
    ["Performance has deteriorated this month.", seen, ["deteriorated"]],
    ["The figure is down again.", seen, ["down"]],
    ["Down from 84% last month.", seen, ["Down"]],
    ["Worse than last month, as two posts were vacant.", seen, ["Worse"]],
    ["There was a decline in the month.", seen, ["decline"]],
    ["The percentage improved.", agency, ["improved"]],
    ["Performance is better, as agency staff left.", agency, ["better"]],
    ["The rate fell in December.", agency, ["fell"]],
    ["The number has risen since November.", caseload, ["risen"]],
    ["Caseloads have fallen since September.", caseload, ["fallen"]],
    ["Performance has improved, and staff are in post.", steady, ["improved"]],
    ["The rate has dipped since November.", agency, ["dipped"]],
    ["Performance has weakened this month.", seen, ["weakened"]],
    ["Performance continues to improve.", agency, ["improve"]],
    ["As expected, performance improved.", agency, ["improved"]],
    ["There is no doubt that performance improved.", agency, ["improved"]],
    ["Caseloads climbed again.", caseload, ["climbed"]],
    ["The percentage is unchanged.", seen, ["unchanged"]],
    ["There was no change in the month.", agency, ["no change"]],
    ["The figure has remained the same.", caseload, ["remained the same"]],
    ["This is the lowest figure since September.", caseload, ["lowest"]],
    ["Our best performance this year.", agency, ["best"]],
    ["The percentage is the lowest it has been.", seen, ["lowest"]],
    ["Performance this month is the worst on record.", seen, ["worst"]],
    ["The figure has doubled since November.", agency, ["doubled"]],
    ["Caseloads have halved.", caseload, ["halved"]],
  ])("is asked about: %s", (words, facts, found) => {
    expect(passages(words, facts)).toEqual(found);
  });

  test.each<[string, TableFacts]>([
    ["Performance has improved this month.", seen],
    ["The figure is up from 84% to 90%.", seen],
    ["Up 6 on November.", seen],
    ["The percentage has deteriorated, and is higher than in November.", agency],
    ["Performance has not improved.", agency],
    ["Performance hasn’t improved.", agency],
    ["The figure has barely risen.", seen],
    ["Teams work to improve timeliness, and performance is looked at each week.", agency],
    ["Performance will improve once three posts are filled.", agency],
    ["We expect the percentage to be lower by March.", agency],
    ["We need to improve the figure.", agency],
    ["Caseloads have fallen since November.", caseload],
    ["Number of cases: we improved our recording.", caseload],
    ["Better use of the duty team is planned.", agency],
    ["An improvement plan is in place.", agency],
    ["Improvement work goes on in all teams.", agency],
    ["The substantial improvement in robust recording is now evident.", seen],
    ["The figure is higher than last month.", steady],
    ["More staff are in post and the team is better supported.", agency],
    ["Our best performance this year.", seen],
    ["This is the highest figure since September.", seen],
    ["The percentage is the highest it has been.", agency],
    ["It is the worst month for agency staff so far.", agency],
    ["We follow best practice, and the best interests of each child come first.", agency],
    ["Best use of the duty team is planned for this year.", agency],
    ["The figure will be halved by March.", seen],
    ["The number of posts in the team has doubled.", { ...agency, figures: monthly(["15", "32"]) }],
    ["The figure was unchanged.", { ...seen, figures: monthly(["84", "84"]) }],
    ["The percentage has more than doubled.", { ...seen, figures: monthly(["30", "84"]) }],
    ["The percentage has almost doubled.", { ...seen, figures: monthly(["45", "84"]) }],
    ["The same teams report this month as last month.", agency],
  ])("is not asked about: %s", (words, facts) => {
    expect(passages(words, facts)).toEqual([]);
  });

  test("says what the table has, and that chance alone moves so much", () => {
    expect(claimsIn("The figure improved.", agency)).toEqual([
      { passage: "improved", why: "The figure went from 30.3 (November 2013) to 32.8, and lower is better." },
    ]);
    expect(claimsIn("The figure improved.", steady)).toEqual([
      {
        passage: "improved",
        why: "The figure went from 81 (November 2013) to 83, and higher is better, but such a change is within what it usually varies by.",
      },
    ]);
  });

  test("nothing is asked where there is nothing to compare", () => {
    expect(claimsIn("Performance has deteriorated.", { ...seen, figures: monthly(["90"]) })).toEqual([]);
    expect(claimsIn("Performance has deteriorated.", { ...seen, figures: monthly(["90", null]) })).toEqual([]);
    expect(claimsIn("Performance has deteriorated since March 2012.", seen)).toEqual([]);
  });
});

describe("a number that is quoted", () => {
  test.each<[string, TableFacts, string[]]>([
    ["91% were seen within 10 days.", seen, ["91%"]],
    ["Performance is 48 per cent this month.", seen, ["48 per cent"]],
    ["We went from 86% to 90%.", seen, ["86%"]],
    ["The figure stands at 32.7%.", agency, ["32.7%"]],
    ["The number is 39, with all posts filled.", caseload, ["39"]],
    ["The figure for December is 82.", seen, ["82"]],
    ["84% of children were seen in time this month.", seen, ["84%"]],
    ["In October, 84% were seen.", seen, ["84%"]],
    ["In September performance was 68%.", seen, ["68%"]],
    ["The average cost was £1,250 in the month.", { ...caseload, unit: "pounds" }, ["£1,250"]],
    ["The rate is 41.2 per 10,000.", { ...caseload, unit: "rate per 10,000" }, ["41.2"]],
    ["The average is 41 days.", { ...caseload, unit: "days" }, ["41"]],
    ["The average cost was £1,300 per week.", { ...caseload, unit: "pounds" }, ["£1,300"]],
  ])("is asked about where the table has another: %s", (words, facts, found) => {
    expect(passages(words, facts)).toEqual(found);
  });

  test.each<[string, TableFacts]>([
    ["90% were seen within 10 days, up from 84%.", seen],
    ["10% were not seen in time.", seen],
    ["It rose by 6% in a month.", seen],
    ["It is in the band of 75% to 94%.", seen],
    ["33% of the workforce is agency.", agency],
    ["The national figure is 71%.", seen],
    ["Of those late, 40% of them were new to the area.", seen],
    ["The number is 36, down from 38.", caseload],
    ["The number is 12 days longer than it was.", caseload],
    ["The rate was set on the 5th, in 2013, for 3 teams.", caseload],
    ["100% of cases were looked at.", seen],
    ["5-9% is good.", seen],
    ["The average cost was £1,250 per week.", { ...caseload, unit: "pounds", figures: monthly(["1100", "1250"]) }],
    ["The number is 1,250 out of 2,000.", { ...caseload, figures: monthly(["1100", "1250"]) }],
    ["In November, 84% were seen.", seen],
    ["84% were seen last month.", seen],
    ["It was 84% before the new rota.", seen],
    ["The figure for December is 90.", seen],
    ["The number was 12 of those waiting, at 3 offices.", seen],
    ["The rate is 36 per 10,000.", { ...caseload, unit: "rate per 10,000" }],
  ])("is not asked about: %s", (words, facts) => {
    expect(passages(words, facts)).toEqual([]);
  });

  test("says what the table has", () => {
    expect(claimsIn("82% were seen.", seen)).toEqual([{ passage: "82%", why: "The table has 90 for December 2013." }]);
  });
});

describe("a month in which none is due", () => {
  test.each<[string, string[]]>([
    ["In November the percentage was 70%.", ["November"]],
    ["The figure for October 2013 was 74%.", ["October 2013"]],
  ])("is asked about: %s", (words, found) => {
    expect(passages(words, quarterly)).toEqual(found);
  });

  test.each([
    "In September the percentage was 70%.",
    "The quarter from October to December was quiet, with 74%.",
    "Two posts were filled in November.",
    "By March 2014 the figure will be 85%.",
    "May we note that the figure is 74%.",
  ])("is not asked about: %s", (words) => {
    expect(passages(words, quarterly).filter((passage) => !/\d%/.test(passage))).toEqual([]);
  });

  test("says how often one is due", () => {
    expect(claimsIn("The figure for October was good.", quarterly)).toEqual([
      { passage: "October", why: "No figure is due for October 2013: this one is due every 3 months." },
    ]);
  });
});
