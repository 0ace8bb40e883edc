import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ChartFigure } from "#components/charts/chart-figure";
import { chartModel } from "#components/charts/chart-model";
import { chartView } from "#components/charts/chart-view";
import { plotHeight } from "#components/charts/plot-height";
import type { Unit } from "#db/vocabulary";
import { firstLabels } from "#lib/people/first-labels";
import { addMonths, type Month } from "#lib/rules/month";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { controlOf } from "#lib/scorecards/control-of";
import type { SheetRows } from "#lib/scorecards/sheet-rows";

const first: Month = "2013-01";
const held = { firstMonth: first, lastMonth: "9999-12" } as const;
const nothing = { numerator: null, denominator: null, missing: null, note: null, provisional: false, estimated: false };
type Given = {
  figures: readonly (number | null)[];
  unit?: Unit;
  direction?: "higher" | "lower";
  every?: number;
  edges?: readonly [from: Month, edges: readonly number[]][];
  milestones?: readonly [month: Month, edge: number][];
  brokenFrom?: Month;
  rebasedFrom?: Month;
};

const definition = ({ unit = "percent", direction = "higher" }: Given) => ({
  ...held,
  fromMonth: first,
  indicatorId: "a",
  measure: "% seen",
  position: 1,
  unit,
  direction,
  precision: 0,
  actionPlanRefs: [],
  numeratorLabel: null,
  denominatorLabel: null,
  covers: null,
  purpose: null,
  calculation: null,
  dataSource: null,
  hidesSmall: null,
  breakInSeries: false,
  rebasedBecause: null as string | null,
  sectionNumber: 1,
  sectionTitle: null,
  themeSlug: "quality",
  themeName: "Quality",
  themePosition: 1,
});

function rowsOf(given: Given): SheetRows {
  const { figures, every = 1, edges = [], milestones = [], brokenFrom, rebasedFrom } = given;
  const turn = brokenFrom ?? rebasedFrom;
  const whole = definition(given);
  return {
    indicators: [{ id: "a", ref: "2.3" }],
    definitions: turn
      ? [
          { ...whole, lastMonth: addMonths(turn, -1) },
          {
            ...whole,
            firstMonth: turn,
            fromMonth: turn,
            breakInSeries: brokenFrom !== undefined,
            rebasedBecause: rebasedFrom ? "Two teams became one." : null,
          },
        ]
      : [whole],
    teams: [],
    dueRules: [{ ...held, fromMonth: first, indicatorId: "a", every }],
    bands: edges.flatMap(([from, of], set) =>
      of.map((edge, index) => ({
        indicatorId: "a",
        firstMonth: from,
        lastMonth: edges[set + 1] ? addMonths(edges[set + 1]![0], -1) : ("9999-12" as Month),
        rank: index + 1,
        asTyped: String(edge),
        edge: String(edge),
        farEdge: null,
        strict: false,
      })),
    ),
    benchmarks: [],
    milestones: milestones.map(([month, edge]) => ({
      indicatorId: "a",
      month,
      asTyped: `${edge}+`,
      edge: String(edge),
      farEdge: null,
      strict: false,
    })),
    actuals: figures.flatMap((value, index) =>
      value === null ? [] : { ...nothing, indicatorId: "a", month: addMonths(first, index), value: String(value) },
    ),
    revisions: [],
    decisions: [],
  };
}

function drawn(given: Given) {
  const months = given.figures.map((_, index) => addMonths(first, index));
  const facts = { figuresDue: null, commentaryDue: null };
  const scorecard = {
    id: "card",
    slug: "card",
    name: "Card",
    size: 1,
    months: months.map((month) => ({ month, state: "closed" as const, ...facts })),
    plannedMonths: (given.milestones ?? []).map(([month]) => month),
    labelSets: [{ ...held, firstMonth: "2000-01" as Month, labels: firstLabels }],
  };
  const last = [...months, ...scorecard.plannedMonths].sort().at(-1)!;
  const sheet = assembleSheet(scorecard, { from: first, to: last }, rowsOf(given));
  const [indicator] = sheet.indicators;
  const stretches = controlOf(indicator!, sheet.figureMonths);
  const html = renderToStaticMarkup(<ChartFigure view={chartView(sheet, indicator!, stretches)} />);
  return {
    chart: chartModel(sheet, indicator!, stretches),
    said: html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "),
    html,
  };
}
const calm = [50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 50, 52];

describe("the axis", () => {
  test("of a share and of a count begins at zero, and a share's ends at 100", () => {
    const share = drawn({ figures: [96, 98] }).chart!;
    expect(share.ticks.at(0)).toEqual({ y: plotHeight, label: "0" });
    expect(share.ticks.at(-1)).toEqual({ y: 0, label: "100" });
    expect(share.beginsAt).toBeNull();
    expect(drawn({ figures: [800, 900], unit: "count" }).chart!.ticks[0]).toEqual({ y: plotHeight, label: "0" });
  });

  test.each(["rate per 1,000", "rate per 10,000"] as const)("of a %s begins at zero", (unit) => {
    expect(drawn({ figures: [20, 22], unit }).chart!.beginsAt).toBeNull();
  });

  test.each(["days", "pounds"] as const)("of %s may begin elsewhere", (unit) => {
    expect(drawn({ figures: [20, 22], unit }).chart!.beginsAt).not.toBeNull();
  });

  test("of an average may begin elsewhere, which is said", () => {
    const { chart, said } = drawn({ figures: [20, 22], unit: "average" });
    expect(chart!.ticks[0]).toEqual({ y: plotHeight, label: "20.0" });
    expect(said).toContain("The axis begins at 20, not at 0.");
    expect(drawn({ figures: [20], unit: "average" }).chart!.points[0]!.y).toBe(plotHeight / 2);
  });
});

describe("the line", () => {
  const lines = (path: string) => path.split("M").filter((part) => part.includes("L")).length;

  test("has a gap where a figure was due and not given, and none where it was not due", () => {
    expect(lines(drawn({ figures: [50, 52, 54] }).chart!.path)).toBe(1);
    expect(lines(drawn({ figures: [50, 52, null, 54, 55] }).chart!.path)).toBe(2);
    expect(lines(drawn({ figures: [50, null, null, 52, null, null], every: 3 }).chart!.path)).toBe(1);
    expect(drawn({ figures: [50, null, 54] }).said).toContain("1 due and not given.");
  });

  test("is none without a figure, in words", () => {
    const { chart, said } = drawn({ figures: [null, null] });
    expect(chart).toBeNull();
    expect(said.trim()).toBe("There is no figure yet to draw.");
  });

  test("is told where the series breaks", () => {
    const { chart, said } = drawn({ figures: [50, 52, 54, 55], brokenFrom: "2013-03" });
    expect(chart!.turns).toEqual([{ x: 50, words: "break in the series" }]);
    expect(said).toContain("break in the series");
  });

  test("is told where its limits are worked out anew, and why", () => {
    const risen = calm.map((figure) => figure + 30);
    const figures = [...calm, 50, ...risen, 82];
    const kept = drawn({ figures });
    expect(kept.said).toContain("special cause");
    const { chart, said } = drawn({ figures, rebasedFrom: "2014-02" });
    expect(chart!.turns).toEqual([{ x: 50, words: "limits anew" }]);
    expect(chart!.lines.filter(({ kind }) => kind === "mean").map(({ label }) => label)).toEqual([
      "mean 50.9",
      "mean 81.1",
    ]);
    expect(said).toContain("From February 2014 on its limits are worked out anew: Two teams became one.");
    expect(said).toContain("The latest figure is common cause");
  });
});

describe("the bands", () => {
  test("lie behind the months in which they hold, and step where they change", () => {
    const { areas, levels } = drawn({
      figures: [50, 52, 54, 55],
      edges: [
        [first, [80, 60, 40]],
        ["2013-03", [90, 70, 50]],
      ],
    }).chart!;
    expect(areas.map(({ word, x, width }) => `${word} ${x}+${width}`)).toEqual([
      "Outstanding 0+50",
      "Good 0+50",
      "Adequate 0+50",
      "Inadequate 0+50",
      "Outstanding 50+50",
      "Good 50+50",
      "Adequate 50+50",
      "Inadequate 50+50",
    ]);
    expect(areas[0]).toMatchObject({ y: 0 });
    expect(areas[7]!.y + areas[7]!.height).toBe(plotHeight);
    expect(levels.map(({ word }) => word)).toEqual(["Outstanding", "Good", "Adequate", "Inadequate"]);
  });

  test("have the best at the foot where lower is better, and names that stand clear of each other", () => {
    const { areas, levels } = drawn({ figures: [50], direction: "lower", edges: [[first, [2, 3, 4]]] }).chart!;
    expect(areas[0]!.y + areas[0]!.height).toBe(plotHeight);
    const places = levels.map(({ y }) => y);
    for (const [index, place] of places.entries())
      if (index > 0) expect(place - places[index - 1]!).toBeGreaterThanOrEqual(13);
    expect(levels.at(-1)!.word).toBe("Outstanding");
  });
});

test("milestones stand on their dates, met and missed told apart by shape and counted in words", () => {
  const { chart, said, html } = drawn({
    figures: [50, 62],
    milestones: [
      ["2013-01", 60],
      ["2013-02", 60],
      ["2013-06", 75],
    ],
  });
  expect(chart!.marks.map(({ state, label }) => `${label} ${state}`)).toEqual(["60+ missed", "60+ met", "75+ due"]);
  expect(chart!.marks.map(({ x }) => x)).toEqual([...chart!.marks.map(({ x }) => x)].sort((a, b) => a - b));
  expect(said).toContain("Milestones: 1 missed, 1 met, 1 to come.");
  expect(said).toContain("milestone met milestone missed milestone to come");
  expect(html.match(/M-4,-4l8,8M-4,4l8,-8/g)).toHaveLength(2);
});

describe("what is usual", () => {
  test("is said from thirteen figures on, and drawn", () => {
    const few = drawn({ figures: calm });
    expect(few.chart!.lines).toEqual([]);
    expect(few.said).toContain("What is usual of it can be said from 13 figures on; there are 12.");
    const enough = drawn({ figures: [...calm, 50] });
    expect(enough.chart!.lines.map(({ label }) => label)).toEqual([
      "upper limit 56.2",
      "mean 50.9",
      "lower limit 45.6",
    ]);
    expect(enough.said).toContain("The latest figure is common cause: nothing unusual; usual is from 45.6 up to 56.2.");
  });

  test("is left by a figure of another shape, good or bad as its direction says", () => {
    expect(drawn({ figures: [...calm, 90] }).chart!.points.at(-1)).toMatchObject({ sign: "improvement" });
    const bad = drawn({ figures: [...calm, 90], direction: "lower" });
    expect(bad.chart!.points.at(-1)).toMatchObject({ sign: "concern" });
    expect(bad.said).toContain("special cause, of concern: outside the limits, high");
  });

  test("has no line where no figure could lie beyond it", () => {
    const { chart, said } = drawn({ figures: [...calm.map((figure) => (figure === 50 ? 0 : 9)), 0], unit: "count" });
    expect(chart!.lines.map(({ kind }) => kind)).toEqual(["limit", "mean"]);
    expect(said).toContain("usual is up to ");
  });

  test("says whether a milestone can be counted on", () => {
    const { said } = drawn({ figures: [...calm, 50], milestones: [["2014-06", 90]] });
    expect(said).toContain("Nothing changing, it goes on failing 90+, the milestone of June 2014.");
  });
});
