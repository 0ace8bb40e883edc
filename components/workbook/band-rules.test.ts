import { expect, test } from "vitest";
import { bandRules } from "#components/workbook/band-rules";
import type { Direction } from "#db/vocabulary";
import { firstLabels as labels } from "#lib/people/first-labels";
import { parseBands } from "#lib/rules/bands";
import { typedBands } from "#lib/testing/typed-bands";

function formulas(worstFirst: string[], direction: Direction) {
  const read = parseBands(typedBands(worstFirst), direction);
  if (!read.ok) throw new Error(read.problems[0]!.message);
  const at = { bands: read.bands, unit: "count" } as Parameters<typeof bandRules>[0]["at"];
  return bandRules({ at, labels }, { row: 1, from: 1, to: 2 }).map(({ holds }) => holds("C3"));
}

test("a workbook grades a figure by the first rule that holds, in every direction", () => {
  expect(formulas(["5-9", "10-14", "above 15"], "higher")).toEqual([
    "AND(ISNUMBER(C3),C3>15)",
    "AND(ISNUMBER(C3),C3>=10)",
    "AND(ISNUMBER(C3),C3>=5)",
    "ISNUMBER(C3)",
  ]);
  expect(formulas(["6-18", "8-16", "10-14"], "within")).toEqual([
    "AND(ISNUMBER(C3),C3>=10,C3<=14)",
    "AND(ISNUMBER(C3),C3>=8,C3<=16)",
    "AND(ISNUMBER(C3),C3>=6,C3<=18)",
    "ISNUMBER(C3)",
  ]);
});
