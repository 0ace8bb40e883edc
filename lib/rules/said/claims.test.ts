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

/** As the first scorecard has them, with what they measure. */
const visits: TableFacts = { ...seen, measure: "% children seen within 10 days of combined assessment start date" };
const workers: TableFacts = { ...agency, measure: "% agency Social Workers" };
const held: TableFacts = { ...caseload, measure: "Maximum single Social Worker caseload" };
const year: TableFacts = { ...visits, figures: monthly(["95", ...Array(9).fill("80"), "69", "68", "84", "90"]) };
const quiet: TableFacts = { ...visits, figures: monthly(["84", "84", "85", "84"]) };
const empty: TableFacts = { ...visits, figures: monthly(["69", "68", "84", null]) };

describe("of which thing a sentence speaks", () => {
  test.each<[string, TableFacts, string[]]>([
    ["There has been a decline in performance.", visits, ["decline"]],
    ["An improvement in the percentage of agency social workers is seen.", workers, ["improvement"]],
    ["We are pleased to report an improvement in performance.", workers, ["improvement"]],
    ["The figure fell as two posts were vacant.", visits, ["fell"]],
    ["As two posts were vacant, performance fell.", visits, ["fell"]],
    ["Our performance has declined, and staff sickness rose.", visits, ["declined"]],
    ["Staff sickness rose, and performance fell.", visits, ["fell"]],
    ["Down 3 on November.", visits, ["Down", "3"]],
    ["The use of agency staff is high; the percentage has fallen.", workers, ["fallen"]],
    ["Caseloads rose in the month.", held, ["rose"]],
    ["The maximum caseload has increased.", held, ["increased"]],
    ["82% of children were seen within 10 days.", visits, ["82%"]],
    ["We have 31% agency social workers.", workers, ["31%"]],
  ])("is asked about: %s", (words, facts, found) => {
    expect(passages(words, facts)).toEqual(found);
  });

  test.each<[string, TableFacts]>([
    ["Staff sickness fell to 12%.", visits],
    ["Sickness in the teams is down from 12% to 8%.", visits],
    ["The number of referrals fell by 20% in the month.", visits],
    ["We are pleased to report an improvement in staffing.", workers],
    ["An improvement in recruitment is seen.", workers],
    ["There was a fall in contacts, and a rise in referrals.", visits],
    ["Performance was affected by a fall in staff numbers.", visits],
    ["The fall in staff numbers has been made good.", visits],
    ["As sickness fell, more visits were made.", visits],
    ["We have reduced the backlog and strengthened oversight.", visits],
    ["Lower is better for this indicator.", visits],
    ["The delay is down to two vacancies.", visits],
    ["This is down to staff sickness.", visits],
    ["The plan was drawn up and followed up by managers.", visits],
    ["Recording is now up to date, and visits are written up.", workers],
    ["Performance is higher than that of our neighbours.", workers],
    ["Performance is lower than we would like.", visits],
    ["The figure is worse than the national average.", visits],
    ["Visits that fell on a bank holiday were made the day after.", visits],
    ["New workers are up and running.", workers],
    ["Social workers report better supervision.", workers],
    ["Families who declined a visit were seen later.", visits],
    ["Performance in the north team has fallen.", visits],
    ["85% of staff are trained, and 12% are on leave.", visits],
    ["If performance fell we would act at once.", visits],
    ["Case numbers in the north have halved.", visits],
    ["The backlog has doubled.", visits],
    ["The highest number of referrals came from schools.", visits],
  ])("is not asked about: %s", (words, facts) => {
    expect(passages(words, facts)).toEqual([]);
  });
});

describe("which times a sentence compares", () => {
  test.each<[string, TableFacts, string[]]>([
    ["The figure is up on November and down on October.", visits, ["down"]],
    ["Performance fell in November but has improved since.", visits, ["fell"]],
    ["In November the figure fell.", visits, ["fell"]],
    ["Since September, the figure has fallen.", visits, ["fallen"]],
    ["The percentage is lower than in October.", visits, ["lower"]],
    [
      "Performance is better than at this time last year.",
      { ...year, figures: monthly(["95", ...Array(11).fill("80"), "90"]) },
      ["better"],
    ],
    ["Over the last three months performance has declined.", visits, ["declined"]],
    ["This is the worst performance this year.", visits, ["worst"]],
    ["The figure is the highest for twelve months.", { ...visits, figures: monthly(["95", "80", "90"]) }, ["highest"]],
  ])("is asked about: %s", (words, facts, found) => {
    expect(passages(words, facts)).toEqual(found);
  });

  test.each<[string, TableFacts]>([
    ["The figure is up on November and on October.", visits],
    ["Performance fell in October but has improved since.", visits],
    ["Performance dipped in October and rose in November.", visits],
    ["Performance has fallen over the year.", visits],
    ["Performance has declined over time, and this is being looked at.", visits],
    ["Performance has been falling in recent months.", visits],
    ["Over the last three months the percentage has risen.", workers],
    ["The percentage has fallen since the new team began.", workers],
    ["The percentage is falling in the longer term.", workers],
    ["The percentage has fallen over the last few months.", workers],
    ["Performance had fallen while the posts were vacant.", visits],
    ["Performance was worse in November.", visits],
    ["The figure rose from October to November.", visits],
    ["The figure is the highest for two months.", year],
    ["The figure is the best this year.", { ...visits, figures: monthly(["95", ...Array(9).fill("80"), "90"]) }],
    ["The second highest figure of the year.", year],
    ["It is one of the best results so far.", year],
  ])("is not asked about: %s", (words, facts) => {
    expect(passages(words, facts)).toEqual([]);
  });
});

describe("a denial, and a figure that is said to be steady", () => {
  test.each<[string, TableFacts, string[]]>([
    ["Performance did not improve this month.", visits, ["improve"]],
    ["Performance has not improved.", visits, ["improved"]],
    ["The figure hasn’t risen.", visits, ["risen"]],
    ["There was no improvement in performance.", visits, ["improvement"]],
    ["There was no increase in the percentage.", workers, ["increase"]],
    ["Performance remains stable.", visits, ["stable"]],
    ["The figure has been steady.", visits, ["steady"]],
    ["Performance was consistent.", visits, ["consistent"]],
    ["The figure has not changed.", visits, ["not changed"]],
    ["The figure hasn’t changed.", visits, ["hasn’t changed"]],
    ["Performance has been maintained.", visits, ["maintained"]],
  ])("is asked about: %s", (words, facts, found) => {
    expect(passages(words, facts)).toEqual(found);
  });

  test.each<[string, TableFacts]>([
    ["Performance did not improve this month.", workers],
    ["Performance has not fallen.", visits],
    ["Performance has not improved as much as we hoped.", visits],
    ["Performance did not improve enough.", visits],
    ["Performance has barely improved.", workers],
    ["No improvement in recording was found.", visits],
    ["Performance will not improve until posts are filled.", visits],
    ["Performance remains stable.", quiet],
    ["The figure has been steady.", quiet],
    ["The maximum caseload is steady.", held],
    ["A stable workforce is what we aim for.", visits],
    ["Consistent practice is the aim of the standards.", visits],
    ["Recording is consistent, and staffing is stable.", visits],
    ["There was a steady improvement in performance.", visits],
    ["The team has been stable, with no changes.", visits],
    ["Performance is consistently reviewed.", visits],
    ["The improvement has been welcomed.", visits],
    ["Performance was not consistent between the teams.", visits],
  ])("is not asked about: %s", (words, facts) => {
    expect(passages(words, facts)).toEqual([]);
  });
});

describe("a number that stands beside others", () => {
  test.each<[string, TableFacts, string[]]>([
    ["Performance was 82%, below the target of 85%.", visits, ["82%"]],
    ["82% were seen in time, against a target of 85% and a national average of 71%.", visits, ["82%"]],
    ["We missed the target, with 82% of children seen.", visits, ["82%"]],
    ["Nationally 71% were seen, and here 82%.", visits, ["82%"]],
    ["84% were seen, above the national average of 71%.", visits, ["84%"]],
    ["The figure is 82%, and our neighbours have 75%.", visits, ["82%"]],
    ["84% in October and 90% in December were seen.", visits, ["84%"]],
    ["Performance rose from 68% in November to 90%.", visits, ["68%"]],
    ["Eighty-two per cent of children were seen.", visits, ["Eighty-two per cent"]],
    ["Performance was seventy per cent.", visits, ["seventy per cent"]],
    ["Two thirds of children were seen within 10 days.", visits, ["Two thirds"]],
    ["About half of children were seen within 10 days.", visits, ["half"]],
    ["Performance is up 3 percentage points.", visits, ["3 percentage points"]],
    ["Performance rose by 10 points in the month.", visits, ["10 points"]],
    ["There was a 2 percentage point increase in the figure.", visits, ["2 percentage point"]],
    ["Performance was between 80% and 85%.", visits, ["between 80% and 85%"]],
    ["Performance is between 70 and 75 per cent this month.", visits, ["between 70 and 75 per cent"]],
    ["The percentage is in the range of 25-30%.", workers, ["25-30%"]],
    ["82% of children were seen this month.", empty, ["82%"]],
    ["The figure for December is 82.", empty, ["82"]],
  ])("is asked about: %s", (words, facts, found) => {
    expect(passages(words, facts)).toEqual(found);
  });

  test.each<[string, TableFacts]>([
    ["Performance was 90%, above the target of 86%.", visits],
    ["90% were seen in time, against a target of 86% and a national average of 71%.", visits],
    ["Nationally, 71% were seen in time.", visits],
    ["In England as a whole 71% of children were seen.", visits],
    ["Our neighbours, at 74%, are below us.", visits],
    ["The target (92%) is for next year.", visits],
    ["Performance is above the national figure (71%).", visits],
    ["88% of children have been seen in the year to date.", visits],
    ["Over the last six months 79% of children were seen.", visits],
    ["Performance for the quarter is 81%.", visits],
    ["For the year so far performance is 77%.", visits],
    ["We expect 93% of children to be seen.", visits],
    ["The percentage should be 93% by June.", visits],
    ["90 per cent of children were seen.", visits],
    ["Ninety per cent of children were seen.", visits],
    ["Nine in ten children were seen in time.", visits],
    ["Two thirds of staff are permanent.", visits],
    ["Half of the delay is due to one form.", visits],
    ["A quarter of the workforce is new.", visits],
    ["A third of social workers are agency.", workers],
    ["The last quarter of the year is busy.", visits],
    ["Performance is up 6 percentage points.", visits],
    ["Performance is up 22 points since October.", visits],
    ["We are 5 points above the target and 19 points above England.", visits],
    ["Each child is 2.5 percentage points of the figure.", visits],
    ["Performance was between 85% and 95%.", visits],
    ["Performance has been between 60% and 70% for most of the year.", visits],
    ["Between 10 and 15 per cent of staff are on leave.", visits],
    ["The Good band is between 85% and 94%.", visits],
    ["84% were seen in November.", empty],
    ["The figure is not available; last month it was 84%.", empty],
    ["The figure will be about 88%.", empty],
    ["Performance rose from 84% in November to 90%.", visits],
    ["The percentage rose by 7%.", visits],
  ])("is not asked about: %s", (words, facts) => {
    expect(passages(words, facts)).toEqual([]);
  });
});

describe("a milestone that was met or missed", () => {
  const missed: TableFacts = { ...visits, milestone: "95" };
  const met: TableFacts = { ...visits, milestone: "85+" };
  const below: TableFacts = { ...workers, milestone: "below 20" };
  test.each<[string, TableFacts, string[]]>([
    ["We met the milestone.", missed, ["met the milestone"]],
    ["Performance has exceeded the target.", missed, ["exceeded the target"]],
    ["The milestone was met this month.", missed, ["milestone was met"]],
    ["The target has been achieved.", below, ["target has been achieved"]],
    ["We missed our target.", met, ["missed our target"]],
    ["Performance did not meet the milestone.", met, ["not meet the milestone"]],
    ["The milestone has not yet been met.", met, ["milestone has not yet been met"]],
    ["Performance was short of the target.", met, ["short of the target"]],
    ["The milestone was missed in December.", met, ["milestone was missed"]],
  ])("is asked about: %s", (words, facts, found) => {
    expect(passages(words, facts)).toEqual(found);
  });

  test.each<[string, TableFacts]>([
    ["We met the milestone.", met],
    ["We missed the milestone by 5 points.", missed],
    ["Performance did not meet the target.", below],
    ["We are on course to meet the milestone.", missed],
    ["If recording improves we will have met the target.", missed],
    ["The March milestone was met in November.", missed],
    ["We met the target for the year.", missed],
    ["The recruitment target was met.", missed],
    ["The north team met the target.", missed],
    ["We met the target for supervision.", missed],
    ["We have almost reached the target.", missed],
    ["The milestone was met.", visits],
  ])("is not asked about: %s", (words, facts) => {
    expect(passages(words, facts)).toEqual([]);
  });
});
