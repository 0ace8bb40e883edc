import { expect, test } from "vitest";
import { emptyActual, readActual } from "#lib/rules/actual";
import { isSameContent, leavesAsItIs, typedFromBlock } from "#lib/rules/pasted-figure";

const shape = { unit: "percent", precision: 1 } as const;
const was = {
  ...emptyActual,
  value: "66",
  numerator: "33",
  denominator: "50",
  note: "Two late.",
  provisional: true,
} as const;

const becomes = (text: string, { note = null as string | null, answer = null as string | null } = {}, before = was) => {
  const reading = readActual(typedFromBlock(before, { text, note, answer }, shape), shape);
  return reading.ok ? reading.content : reading.message;
};

test("the figure that stands there already changes nothing, however it is written", () => {
  for (const text of ["66", " 66.0 ", "66 %", "33/50"]) expect(becomes(text)).toEqual(was);
  expect(isSameContent({ ...was, value: "66.0" }, was)).toBe(true);
  expect(isSameContent({ ...was, note: null }, was)).toBe(false);
});

test("another figure leaves the parts of the one before; its note and its flag stay", () => {
  expect(becomes("68")).toEqual({ ...was, value: "68", numerator: null, denominator: null });
  expect(becomes("17 of 25")).toEqual({ ...was, value: "68", numerator: "17", denominator: "25" });
  expect(becomes("68", { note: "Counted anew." })).toMatchObject({ value: "68", note: "Counted anew." });
});

test("a symbol takes the place of figure, parts and flags", () => {
  expect(becomes("[x]")).toEqual({ ...emptyActual, missing: "x", note: "Two late." });
  expect(becomes("n/a", { answer: "[z]" })).toEqual({ ...emptyActual, missing: "z", note: "Two late." });
});

test("a blank takes nothing away; with a note beside it, it changes the note of what stands", () => {
  expect(leavesAsItIs({ text: "\u00a0", note: null }, was)).toBe(true);
  expect(leavesAsItIs({ text: "", note: "Late." }, null)).toBe(true);
  expect(leavesAsItIs({ text: "", note: "Late." }, was)).toBe(false);
  expect(becomes("", { note: "Late." })).toEqual({ ...was, note: "Late." });
});
