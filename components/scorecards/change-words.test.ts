import { expect, test } from "vitest";
import { changeWords } from "#components/scorecards/change-words";
import { changeTitle } from "#components/scorecards/changes-view";
import { firstLabels as labels } from "#lib/people/first-labels";
import { travel } from "#lib/rules/travel";
import type { SheetCell } from "#lib/scorecards/sheet";
import type { Change } from "#lib/scorecards/what-changed";

function change(was: string | null, is: string | null, cell: Partial<SheetCell> = {}, levels = 0): Change {
  const of = (value: string | null, grade: number) => ({ actual: value && { value }, grade, labels });
  const now = { state: "closed", isDue: true, previousDue: "2013-11", month: "2013-12", at: { precision: 0 } };
  return {
    indicator: { ref: "2.3" },
    cell: { ...of(is, 2), ...now, ...cell },
    before: of(was, 3),
    travel: was && is ? travel(was, is, { direction: "higher" }) : null,
    levels,
  } as Change;
}

const quarterly = { previousDue: "2013-09" } as const;

test.each([
  ["84 to 90, up 6, improving; from Adequate to Good", change("84", "90", {}, 1)],
  ["since September 2013: 84 to 90, up 6, improving; from Adequate to Good", change("84", "90", quarterly, 1)],
  ["steady at 84", change("84", "84")],
  ["since September 2013: steady at 84", change("84", "84", quarterly)],
  ["no figure the month before", change(null, "90")],
  ["no figure in September 2013", change(null, "90", quarterly)],
  ["had a figure the month before, has none", change("84", null)],
  ["had a figure in September 2013, none yet", change("84", null, { ...quarterly, state: "open" })],
  ["no figure in either month", change(null, null)],
  ["not due this month; 84 in September 2013", change("84", null, { ...quarterly, isDue: false })],
  ["not due this month", change(null, null, { ...quarterly, isDue: false })],
  ["no earlier figure was due", change(null, "90", { previousDue: null })],
])("%s", (words, changed) => {
  expect(changeWords(changed)).toBe(words);
});

test("a figure that is not due this month did not go", () => {
  expect(changeTitle(change("84", null))).toBe("Figure came or went");
  expect(changeTitle(change("84", null, { ...quarterly, isDue: false }))).toBeNull();
});

test.each([
  ["Better grade", change("84", "90", {}, 1)],
  ["Worse grade", change("90", "84", {}, -1)],
  ["Improving, same grade", change("84", "85")],
  ["Declining, same grade", change("85", "84")],
  ["Steady", change("84", "84")],
])("%s", (title, changed) => {
  expect(changeTitle(changed)).toBe(title);
});
