import { expect, test } from "vitest";
import { nothingTyped, replacedParts } from "#lib/rules/actual";
import { asSaved, isChanged, isRubbedOut, rubbedOut, typedInto, undone } from "#lib/rules/row-state";

const actual = {
  value: "66",
  numerator: null,
  denominator: null,
  missing: null,
  note: null,
  provisional: false,
  estimated: false,
};
const saved = asSaved({ actual, version: 2, saved: "Saved 09:28", request: "first" });

test("a row starts as it was saved, and Esc brings it back", () => {
  expect(saved).toMatchObject({ typed: { value: "66" }, seen: 2, status: "quiet" });
  expect(isChanged(saved)).toBe(false);
  const typed67 = typedInto(saved, { value: "67" });
  expect(isChanged(typed67)).toBe(true);
  expect(undone(typed67)).toEqual(saved);
});

test("a row nobody has written starts empty", () => {
  const empty = asSaved({ actual: null, version: 0, saved: null, request: "first" });
  expect(empty).toMatchObject({ typed: nothingTyped, content: null, seen: 0 });
  expect(isRubbedOut(empty)).toBe(false);
});

test("a figure rubbed out is not a zero", () => {
  expect(isRubbedOut(typedInto(saved, { value: " " }))).toBe(true);
  expect(isRubbedOut(typedInto(saved, { value: "0" }))).toBe(false);
});

test("typing takes a refusal away, and leaves a conflict until one of the two is kept", () => {
  const refused = { ...saved, status: "refused", message: "“6 8” is not a figure." } as const;
  expect(typedInto(refused, { value: "68" })).toMatchObject({ status: "quiet", message: null });
  const theirs = { version: 3, content: { ...actual, value: "70" } };
  const both = { ...saved, status: "conflict", message: "It was changed to 70.", theirs } as const;
  expect(typedInto(both, { value: "69" })).toMatchObject({ status: "conflict", typed: { value: "69" }, theirs });
  expect(undone(both)).toMatchObject({ status: "quiet", seen: 3, theirs: null });
});

test("what is undone and then typed over is no longer said to be undone", () => {
  const back = { ...saved, typed: { ...saved.typed, value: "65", because: "undone" } };
  expect(typedInto(back, { why: "A late case" }).typed).toMatchObject({ because: "undone", why: "A late case" });
  expect(typedInto(back, { value: "64" }).typed).toMatchObject({ value: "64", because: "" });
});

test("a figure that is taken back by undoing waits as rubbed out, where it is asked why", () => {
  const asked = { ...saved, status: "refused", field: "because", message: "Say why 66 is taken back." } as const;
  expect(isRubbedOut(rubbedOut(asked))).toBe(true);
  expect(rubbedOut(saved)).toBe(saved);
});

test("a figure typed over recorded parts takes their place, and typed back it has them again", () => {
  const parts = asSaved({
    actual: { ...actual, value: "75", numerator: "9", denominator: "12" },
    version: 1,
    saved: null,
    request: "first",
  });
  const over = typedInto(typedInto(parts, { value: "8" }), { value: "80" });
  expect(over.typed).toMatchObject({ value: "80", numerator: "", denominator: "" });
  expect(replacedParts(over.was, over.typed)).toBe("9 of 12");
  const back = typedInto(over, { value: "75" });
  expect(isChanged(back)).toBe(false);
  expect(replacedParts(back.was, back.typed)).toBeNull();
  expect(isRubbedOut(typedInto(parts, { value: "" }))).toBe(true);
  const counted = typedInto(parts, { numerator: "10", denominator: "12", value: "83" });
  expect(counted.typed).toMatchObject({ value: "83", numerator: "10", denominator: "12" });
});
