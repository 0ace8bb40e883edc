import { expect, test } from "vitest";
import { countsBars } from "#components/pictures/counts-bars";
import { heatGroups } from "#components/pictures/heat-rows";
import { monthCounts } from "#components/pictures/month-counts";
import { paceRows } from "#components/pictures/pace-rows";
import { firstLabels as labels } from "#lib/people/first-labels";
import { parseMilestone } from "#lib/rules/milestone";
import type { Month } from "#lib/rules/month";
import { milestonesAhead } from "#lib/scorecards/milestones-ahead";
import type { SheetCell, SheetIndicator } from "#lib/scorecards/sheet";

const at = {
  measure: "% seen",
  unit: "percent",
  direction: "higher",
  precision: 0,
  section: { number: 2, title: "Timeliness" },
  theme: { slug: "quality", name: "Quality", position: 1 },
};
type Given = Partial<Pick<SheetCell, "grade" | "isDue">> & { value?: string; missing?: "x"; milestone?: string };

function indicatorOf(ref: string, months: Record<Month, Given>): SheetIndicator {
  const cells = Object.entries(months).map(([month, { value, missing, grade = null, isDue = true, milestone }]) => {
    const read = milestone === undefined ? null : parseMilestone(milestone, "higher");
    return {
      month,
      isDue,
      grade,
      labels,
      at,
      actual: value || missing ? { value: value ?? null, missing: missing ?? null } : null,
      milestone: read?.ok ? { milestone: read.milestone } : null,
    } as unknown as SheetCell;
  });
  return {
    id: ref,
    ref,
    now: at,
    earlier: [],
    cells: new Map(cells.map((cell) => [cell.month, cell])),
  } as unknown as SheetIndicator;
}

const months: Month[] = ["2013-11", "2013-12"];
const indicators = [
  indicatorOf("2.1", { "2013-11": { value: "70", grade: 3 }, "2013-12": { value: "90", grade: 2 } }),
  indicatorOf("2.2", { "2013-11": { isDue: false }, "2013-12": { value: "60" } }),
  indicatorOf("2.3", { "2013-11": { missing: "x" }, "2013-12": {} }),
];

test("a heat map says each month's grade by sign and word, and every kind of none by its own", () => {
  const [group] = heatGroups({ indicators }, months, ({ rank }) => rank - 1);
  expect(group?.name).toBe("2 Timeliness");
  expect(group?.rows.map(({ ref, cells }) => [ref, ...cells])).toEqual([
    ["2.1", 2, 1],
    ["2.2", "not due", "no grade"],
    ["2.3", "x", "blank"],
  ]);
});

test("bars count each month's grades from zero, best on top, and leave out what is not due", () => {
  const counts = monthCounts({ indicators }, months);
  expect(counts.map(({ levels, ungraded, without }) => [levels.map(({ count }) => count), ungraded, without])).toEqual([
    [[1], 0, 1],
    [[1], 1, 1],
  ]);
  const [november, december] = countsBars(counts);
  expect(december?.parts.map(([, , , label]) => label)).toEqual(["G1", "○1", "–1"]);
  const [[, top, height] = []] = december?.parts ?? [];
  expect(november?.parts[0]?.[2]).toBe(height);
  expect(december?.parts.at(-1)?.[1]).toBeGreaterThan(top ?? 0);
});

test("a milestone ahead says what it takes and what there was a month, and when it is reached at this pace", () => {
  const planned = (...given: [Given["value"] & string, Given["value"] & string, string][]) =>
    given.map(([was, is, milestone], index) =>
      indicatorOf(`2.${index + 1}`, {
        "2013-09": { value: was },
        "2013-12": { value: is },
        "2014-03": { milestone },
      }),
    );
  const five = planned(
    ["60", "66", "75"],
    ["60", "69", "75"],
    ["66", "60", "75"],
    ["60", "75", "75"],
    ["60", "60", "75"],
  );
  const rows = paceRows(
    five.map((indicator) => ({ indicator, stretches: [], next: milestonesAhead(indicator, "2013-12")[0] })),
    "2013-12",
  );
  expect(rows.map(({ needed, soFar, words, isInTime }) => [needed, soFar, words, isInTime])).toEqual([
    ["3", "+2", "at this pace May 2014", false],
    ["2", "+3", "at this pace February 2014", true],
    ["5", "−2", "moving away from it", false],
    ["there already", "+5", "there already", true],
    ["5", "0", "not moving", false],
  ]);
  expect(rows.map(({ bars }) => bars)).toEqual([
    { needed: 100, soFar: 67 },
    { needed: 67, soFar: 100 },
    { needed: 100, soFar: -40 },
    null,
    { needed: 100, soFar: 0 },
  ]);
});
