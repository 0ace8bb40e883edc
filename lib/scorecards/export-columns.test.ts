import { expect, test } from "vitest";
import { firstLabels } from "#lib/people/first-labels";
import type { Labels } from "#lib/rules/labels";
import { exportColumns } from "#lib/scorecards/export-columns";
import { redAmberGreen } from "#lib/testing/red-amber-green";

const bandColumns = (...sets: Labels[]) => exportColumns(sets).slice(8, -16);
const named = (...words: string[]): Labels =>
  words.map((word, index) => ({ ...firstLabels[0]!, rank: index + 1, word }));

test("four levels have the columns they always had, whatever their words", () => {
  expect(exportColumns([firstLabels]).join()).toBe(
    "ref,section,theme,action_plan,measure,unit,direction,benchmark,adequate,good,outstanding,month,value,symbol,grade,milestone,milestone_state,comment,comment_standing,approved_by,approved_utc,approved_local,file_of,made_by,made_utc,made_local,history_sealed_at",
  );
  expect(bandColumns(named("Excellent", "Fair", "Poor", "Failing"))).toEqual(["adequate", "good", "outstanding"]);
});

test("other levels are columns by their own words, worst first, the lowest without one", () => {
  expect(bandColumns(redAmberGreen)).toEqual(["amber", "green"]);
  expect(bandColumns(named("Well above", "At  target", "Below"))).toEqual(["at_target", "well_above"]);
});

test("a word that is another column's name is told apart", () => {
  expect(bandColumns(named("Good value", "Value", "None"))).toEqual(["value_band", "good_value"]);
});

test("several label sets have their columns one after the other, a shared one once", () => {
  expect(bandColumns(firstLabels, firstLabels, redAmberGreen, named("Green", "Yellow", "Red"))).toEqual([
    "adequate",
    "good",
    "outstanding",
    "amber",
    "green",
    "yellow",
  ]);
});
