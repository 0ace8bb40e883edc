import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  actualWords,
  isSameTyped,
  nothingTyped,
  readActual,
  saysNothing,
  type TypedActual,
  typedActual,
} from "#lib/rules/actual";

const percent = { unit: "percent", precision: 0 } as const;
const read = (typed: Partial<TypedActual>, shape: Parameters<typeof readActual>[1] = percent) =>
  readActual({ ...nothingTyped, ...typed }, shape);

describe("a row as typed", () => {
  test("is a figure with its note and flags", () => {
    expect(read({ value: " 68 ", note: " late data ", provisional: true })).toEqual({
      ok: true,
      content: {
        value: "68",
        numerator: null,
        denominator: null,
        missing: null,
        note: "late data",
        provisional: true,
        estimated: false,
      },
    });
  });

  test("is a percentage worked out from its parts, whatever stood in the cell that agrees", () => {
    const content = { value: "68", numerator: "17", denominator: "25" };
    expect(read({ numerator: "17", denominator: "25" })).toMatchObject({ ok: true, content });
    expect(read({ value: "68%", numerator: "17", denominator: "25" })).toMatchObject({ ok: true, content });
  });

  test("is a reason why there is no figure", () => {
    expect(read({ missing: "x", note: "system down" })).toMatchObject({
      ok: true,
      content: { value: null, missing: "x", note: "system down" },
    });
    expect(read({ missing: "z" }, { unit: "count", precision: 0 })).toMatchObject({ ok: true });
  });

  test.each([
    [{}, "value", "Blank is not zero."],
    [{ note: "later" }, "value", "Blank is not zero."],
    [{ value: "6 8" }, "value", "is not a figure"],
    [{ value: "68", missing: "x" }, "missing", "not both"],
    [{ numerator: "17", denominator: "25", missing: "x" }, "missing", "not both"],
    [{ missing: "q" }, "missing", "Choose not available, not applicable or confidential."],
    [{ missing: "x", provisional: true }, "provisional", "Only a figure can be provisional"],
    [{ estimated: true }, "estimated", "Only a figure can be estimated"],
    [{ numerator: "17" }, "numerator", "both the numerator and the denominator"],
    [{ value: "70", numerator: "17", denominator: "25" }, "value", "70 is not 17 of 25, which is 68."],
    [{ value: "7x", numerator: "17", denominator: "25" }, "value", "is not a figure"],
    [{ value: "68", note: "n".repeat(1001) }, "note", "at most 1000 characters"],
  ] as const)("%o is refused at %s", (typed, field, message) => {
    expect(read(typed)).toMatchObject({ ok: false, field, message: expect.stringContaining(message) });
  });

  test("of a count has no parts", () => {
    expect(read({ numerator: "1", denominator: "2" }, { unit: "count", precision: 0 })).toMatchObject({
      field: "numerator",
      message: "Only a percentage has a numerator and a denominator.",
    });
  });

  test("says nothing when all of it is blank, and zero says something", () => {
    expect(saysNothing({ ...nothingTyped, value: " ", note: "later" })).toBe(true);
    expect(saysNothing({ ...nothingTyped, value: "0" })).toBe(false);
  });

  test("read, and shown again, is the same", () => {
    fc.assert(
      fc.property(
        fc.record({
          value: fc.integer({ min: 0, max: 100 }).map(String),
          note: fc.string(),
          provisional: fc.boolean(),
          estimated: fc.boolean(),
        }),
        (typed) => {
          const first = read(typed);
          if (!first.ok) throw new Error(first.message);
          const shown = typedActual(first.content);
          expect(isSameTyped(shown, { ...nothingTyped, ...typed })).toBe(true);
          expect(readActual(shown, percent)).toEqual(first);
        },
      ),
    );
  });
});

test("what an actual says, in a sentence", () => {
  const none = { value: null, numerator: null, denominator: null, missing: null };
  expect(actualWords(null)).toBe("no figure");
  expect(actualWords(none)).toBe("no figure");
  expect(actualWords({ ...none, missing: "x" })).toBe("not available");
  expect(actualWords({ ...none, value: "0" })).toBe("0");
  expect(actualWords({ ...none, value: "68", numerator: "1700", denominator: "2500" })).toBe("68 (1,700 of 2,500)");
});
