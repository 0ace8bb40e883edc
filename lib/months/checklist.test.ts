import { expect, test } from "vitest";
import { checklistOf } from "#lib/months/checklist";
import type { MonthCell } from "#lib/months/month-cells";
import { firstLabels } from "#lib/people/first-labels";

const cell = (state: "imported" | "none") =>
  ({
    indicator: { id: state, ref: state === "none" ? "2.1" : "2.2" },
    cell: {
      month: "2013-12",
      isDue: true,
      grade: 4,
      labels: firstLabels,
      actual: { value: "9", missing: null },
      at: { team: { name: "Assessment" }, benchmark: null },
      milestone: null,
    },
    before: null,
    comment: { state },
    isApproved: false,
    timeliness: "in time",
  }) as unknown as MonthCell;

test("a required comment that came with an import is to be known and stands in nobody's way, for its lead is not asked for another", () => {
  const { blockers, warnings } = checklistOf([cell("none"), cell("imported")], null);
  expect(blockers.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual(["comment 2.1"]);
  expect(warnings.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual(["imported 2.2"]);
  expect(warnings[0]?.words).toContain("stands as imported, approved by nobody, and one is required");
});
