import { expect, test } from "vitest";
import { firstLabels as labels } from "#lib/people/first-labels";
import type { ActualContent } from "#lib/rules/actual";
import { parseBands } from "#lib/rules/bands";
import { type CommentedRow, commentWanted, standsNow } from "#lib/rules/comment-wanted";
import { typedBands } from "#lib/testing/typed-bands";

const reading = parseBands(typedBands(["65-70", "71-75", "75+"]), "higher");
const bands = reading.ok ? reading.bands : null;
const december = { month: "2013-12", state: "open", labels } as const;
const comment = { state: "none", reason: null, approvedFor: null } as const;
const row: CommentedRow = { bands, milestone: null, previous: { month: "2013-09", grade: 2 }, comment };
const figure = (value: string) => ({ value, missing: null }) as ActualContent;

test("a comment is wanted where the grade changed since the previous due month, or is low", () => {
  expect(commentWanted(row, figure("72"), december)).toEqual([]);
  expect(commentWanted(row, figure("80"), december)).toEqual(["the grade changed from Good since September 2013"]);
  expect(commentWanted(row, figure("68"), december)).toEqual([
    "the grade is Adequate",
    "the grade changed from Good since September 2013",
  ]);
  expect(commentWanted({ ...row, previous: null }, figure("80"), december)).toEqual([]);
});

test("a comment is wanted for a milestone that the figure misses, and not while there is no figure", () => {
  const milestone = { asTyped: "80", edge: "80", strict: false, direction: "higher" } as const;
  expect(commentWanted({ ...row, milestone }, figure("72"), december)).toEqual(["the milestone is missed"]);
  expect(commentWanted({ ...row, milestone }, null, december)).toEqual([]);
});

test("a comment is wanted no more once it is handed in, or its month is closed", () => {
  const submitted = { ...row, comment: { ...comment, state: "submitted" } } as const;
  expect(commentWanted(submitted, figure("68"), december)).toEqual([]);
  expect(commentWanted(row, figure("68"), { ...december, state: "closed" })).toEqual([]);
});

test("an approval stands beside the figure it saw, and beside no other", () => {
  const approved = {
    bands,
    comment: { ...comment, state: "approved", approvedFor: { figure: "68", missing: null, grade: 3 } },
  } as const;
  expect(standsNow(approved, figure("68"), labels)).toEqual({ words: "approved", isUrgent: false });
  expect(standsNow(approved, figure("72"), labels)).toEqual({
    words: "approval lapsed: 68 became 72 after it was approved",
    isUrgent: true,
  });
});

test("why words came back stays in sight while they are mended", () => {
  const returned = { bands, comment: { ...comment, state: "draft", reason: "Say why." } } as const;
  expect(standsNow(returned, figure("68"), labels)).toEqual({ words: "draft; returned: “Say why.”", isUrgent: true });
});
