import { expect, test } from "vitest";
import { startOf } from "#components/returns/after-answer";
import { afterPage, withKept } from "#components/returns/after-page";
import type { ReturnRow } from "#lib/returns/return-row";
import { emptyActual, nothingTyped } from "#lib/rules/actual";
import { isMoreChanged, typedInto, undone } from "#lib/rules/row-state";

const rowOf = (value: string, version: number) =>
  ({ actual: { ...emptyActual, value }, version, saved: `Saved ${version}`, request: `${version}` }) as ReturnRow;
const row = rowOf("66", 2);
const start = startOf(row, undefined);
const keptOver = (was: string, value: string) => ({
  at: "2014-01-14T09:32:00.000Z",
  was: { ...nothingTyped, value: was },
  typed: { ...nothingTyped, value },
});

test("a page that comes anew shows what is saved by then, and never less than is known", () => {
  expect(afterPage(start, rowOf("68", 3))).toMatchObject({ typed: { value: "68" }, seen: 3, saved: "Saved 3" });
  const known = startOf(rowOf("70", 4), undefined);
  expect(afterPage(known, rowOf("68", 3))).toBe(known);
  expect(afterPage(start, row)).toBe(start);
});

test("what is typed over what was saved before stays, beside what is saved by now", () => {
  const typed = typedInto(start, { value: "67" });
  expect(afterPage(typed, row)).toBe(typed);
  const now = afterPage(typed, rowOf("68", 3));
  expect(now).toMatchObject({
    typed: { value: "67" },
    status: "conflict",
    message: "68 is recorded by now. What you typed is not saved.",
    theirs: { version: 3, content: { value: "68" } },
  });
  expect(undone(now)).toMatchObject({ typed: { value: "68" }, seen: 3, status: "quiet" });
  expect(afterPage(typed, rowOf("67", 3))).toMatchObject({ typed: { value: "67" }, seen: 3, status: "quiet" });
});

test("what was kept is put back over what it was typed over", () => {
  expect(withKept(start, keptOver("66", "67"))).toMatchObject({ typed: { value: "67" }, seen: 2, status: "quiet" });
  expect(withKept(start, keptOver("66", "66"))).toBe(start);
});

test("a row whose note or flags were put back stands open, not one of its figure alone", () => {
  expect(isMoreChanged(withKept(start, keptOver("66", "67")))).toBe(false);
  const note = { ...keptOver("66", "66"), typed: { ...nothingTyped, value: "66", note: "Two late cases." } };
  expect(isMoreChanged(withKept(start, note))).toBe(true);
});

test("what was kept over something older is a choice, and takes the place of nothing that is typed", () => {
  expect(withKept(start, keptOver("60", "67"))).toMatchObject({
    typed: { value: "67" },
    status: "conflict",
    message: "66 is recorded by now. What you typed on 14 January 2014, 09:32 is not saved.",
    theirs: { version: 2 },
  });
  const typed = typedInto(start, { value: "65" });
  expect(withKept(typed, keptOver("66", "67"))).toBe(typed);
  const cleared = startOf({ ...row, actual: null, version: 3 }, undefined);
  expect(withKept(cleared, keptOver("66", "67"))).toMatchObject({ message: expect.stringMatching(/^No figure is/) });
});
