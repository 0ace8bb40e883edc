import { expect, test } from "vitest";
import type { HideableColumn } from "#components/scorecards/hideable-columns";
import { sheetView } from "#components/scorecards/sheet-view";
import { asSent, received } from "#components/ui/sent";
import { firstLabels } from "#lib/people/first-labels";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import type { SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRows } from "#lib/scorecards/sheet-rows";
import { whatChanged } from "#lib/scorecards/what-changed";

const held = { firstMonth: "2013-09", lastMonth: "9999-12" } as const;
const since = { ...held, fromMonth: "2013-09" } as const;
const range = { from: "2013-10", to: "2014-03" } as const;
const facts = { figuresDue: null, commentaryDue: null };
const scorecard: SheetScorecard = {
  id: "card",
  slug: "improvement",
  name: "Improvement scorecard",
  size: 2,
  months: [
    { month: "2013-10", state: "closed", ...facts },
    { month: "2013-11", state: "closed", ...facts },
    { month: "2013-12", state: "open", ...facts },
  ],
  plannedMonths: ["2013-11", "2014-03"],
  labelSets: [{ ...held, firstMonth: "2000-01", labels: firstLabels }],
};

const definition = (indicatorId: string, measure: string, position: number) => ({
  ...since,
  indicatorId,
  measure,
  position,
  unit: "percent" as const,
  direction: "higher" as const,
  precision: 0,
  actionPlanRefs: ["A4"],
  numeratorLabel: null,
  denominatorLabel: null,
  covers: null,
  purpose: null,
  calculation: null,
  dataSource: null,
  hidesSmall: null,
  breakInSeries: false,
  rebasedBecause: null,
  sectionNumber: 2,
  sectionTitle: "Timeliness",
  themeSlug: "quality",
  themeName: "Quality of Practice",
  themePosition: 1,
});
const nothing = { numerator: null, denominator: null, missing: null, note: null, provisional: false, estimated: false };
const bands = [95, 85, 75].map((edge, index) => {
  return {
    ...held,
    indicatorId: "a",
    rank: index + 1,
    asTyped: `${edge}+`,
    edge: String(edge),
    farEdge: null,
    strict: false,
  };
});

const rows: SheetRows = {
  indicators: [
    { id: "b", ref: "2.10" },
    { id: "a", ref: "2.9" },
  ],
  definitions: [definition("a", "% seen", 1), definition("b", "% heard", 1)],
  teams: [],
  dueRules: [
    { ...since, indicatorId: "a", every: 1 },
    { ...since, indicatorId: "b", every: 3 },
  ],
  bands,
  benchmarks: [
    { ...held, indicatorId: "a", name: "neighbours", value: "72.50", year: "2012", neighbourSet: null, source: null },
  ],
  milestones: [{ indicatorId: "a", month: "2013-11", asTyped: "90", edge: "90", farEdge: null, strict: false }],
  actuals: [
    { ...nothing, indicatorId: "a", month: "2013-10", value: "84", numerator: "42", denominator: "50" },
    { ...nothing, indicatorId: "a", month: "2013-11", value: "96", provisional: true },
    { ...nothing, indicatorId: "b", month: "2013-12", value: null, missing: "x", isRestated: true },
  ],
  revisions: [
    {
      id: "r",
      indicatorId: "a",
      month: "2013-11",
      number: 1,
      source: "import",
      writtenAt: new Date(0),
      writtenBy: "",
      submittedAt: null,
      withdrawnAt: null,
      body: "Better recording.",
    },
    {
      id: "q",
      indicatorId: "a",
      month: "2013-10",
      number: 1,
      source: "import",
      writtenAt: new Date(0),
      writtenBy: "",
      submittedAt: null,
      withdrawnAt: null,
      body: "First recording.",
    },
  ],
  decisions: [],
};

function viewOf(hidden: HideableColumn[] = []) {
  const sheet = assembleSheet(scorecard, range, rows);
  return sheetView(sheet, whatChanged(sheet, sheet.focus!), {
    whole: range,
    range,
    hidden,
    timeZone: "Europe/London",
    past: {},
    part: null,
  });
}

test("a scorecard's page is finished words and small numbers, in the order of the sheet", () => {
  const view = viewOf();
  expect(view).toMatchObject({
    about: "November 2013 · closed · December 2013: 1 of 2 in",
    bands: ["Adequate", "Good", "Outstanding"],
    months: ["2013-10", "2013-11", "2013-12"],
    focus: "2013-11",
    planned: ["2013-11", "2014-03"],
    legend: 4,
    tiles: [[["2.9", 1, "Adequate"]], [], [], [], [["2.10"]]],
  });
  expect(view.sections).toEqual([
    {
      name: "2 Timeliness",
      theme: { slug: "quality", name: "Quality of Practice" },
      rows: [
        {
          ref: "2.9",
          measure: "% seen",
          direction: "higher",
          plan: "A4",
          benchmark: ["72.5", "2012"],
          bands: ["75+", "85+", "95+"],
          trend: [
            "M10,46L92,10",
            [
              ["pine", 0, 0, 13],
              ["leaf", 0, 13, 43],
              ["ochre", 0, 43, 56],
            ],
            "improving",
          ],
          cells: [["84", 2, "", "42 of 50"], ["96", 0, "p"], "blank"],
          milestones: [["90", "met"], null],
          said: { body: "Better recording.", standing: "November 2013: as imported, not approved in Candour" },
          earlier: 1,
        },
        {
          ref: "2.10",
          measure: "% heard",
          direction: "higher",
          plan: "A4",
          bands: [null, null, null],
          trend: [""],
          cells: ["not due", "not due", { none: "x", flags: "r" }],
          milestones: [null, null],
        },
      ],
    },
  ]);
});

test("it is plain: it travels as text and comes out the same", () => {
  const view = viewOf();
  expect(received(asSent(view))).toEqual(view);
});

test("what is put away does not travel", () => {
  const view = viewOf(["action-plan", "benchmark", "bands", "trend", "milestones", "comments"]);
  expect(view).toMatchObject({ bands: [], planned: [] });
  const row = view.sections[0]?.rows[0];
  for (const name of ["plan", "benchmark", "said", "earlier"]) expect(row).not.toHaveProperty(name);
  expect(row).toMatchObject({
    bands: [],
    trend: null,
    milestones: [],
  });
});
