import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nothingTyped, typedActual } from "#lib/rules/actual";
import { fieldsOfTyped, readRow, rowKey, rowsInForm, typedIn, workOfRow } from "#lib/rules/return-row";

const id = "0b5b0b0a-0000-4000-8000-000000000001";
const content = {
  value: "68",
  numerator: "17",
  denominator: "25",
  missing: null,
  note: null,
  provisional: false,
  estimated: false,
};
const row = { typed: typedActual(content), was: typedActual(content), seen: 3, theirs: null, choice: null } as const;

describe("a row of the return's form", () => {
  test("is found by its indicator, among fields of other things", () => {
    const rows = rowsInForm([
      [`${rowKey(id)}.indicator`, id],
      [`${rowKey(id)}.value`, "68"],
      [`${rowKey(id)}.seen`, "3"],
      ["$ACTION_ID", "x"],
      ["month", "2013-12"],
    ]);
    expect([...rows]).toEqual([[id, { value: "68", seen: "3" }]]);
  });

  test("asks for nothing while it is as it was", () => {
    expect(workOfRow(row)).toBeNull();
    expect(workOfRow({ ...row, typed: { ...row.typed, value: " 68 " } })).toBeNull();
    expect(workOfRow({ ...row, choice: "theirs", typed: { ...row.typed, value: "70" } })).toBeNull();
  });

  test("is recorded over the version seen, or over theirs when mine is kept", () => {
    const typed = { ...row.typed, note: "late" };
    expect(workOfRow({ ...row, typed })).toEqual({ do: "record", typed, seen: 3 });
    expect(workOfRow({ ...row, typed, theirs: 5 })).toEqual({ do: "record", typed, seen: 3 });
    expect(workOfRow({ ...row, typed, theirs: 5, choice: "mine" })).toEqual({ do: "record", typed, seen: 5 });
  });

  test("is cleared by its own button alone", () => {
    expect(workOfRow({ ...row, choice: "clear" })).toEqual({ do: "clear", seen: 3 });
    expect(workOfRow({ ...row, typed: nothingTyped })).toMatchObject({ do: "record" });
  });

  test("with new parts does not insist on the figure of the old ones", () => {
    const typed = { ...row.typed, numerator: "18" };
    expect(workOfRow({ ...row, typed })).toMatchObject({ typed: { value: "", numerator: "18" } });
    const both = { ...typed, value: "72" };
    expect(workOfRow({ ...row, typed: both })).toMatchObject({ typed: both });
  });

  test("sent and read is what was typed", () => {
    const words = fc.string();
    fc.assert(
      fc.property(
        fc.record({
          value: words,
          numerator: words,
          denominator: words,
          missing: words,
          note: words,
          provisional: fc.boolean(),
          estimated: fc.boolean(),
        }),
        (typed) => {
          expect(typedIn(fieldsOfTyped(typed))).toEqual(typed);
        },
      ),
    );
  });

  test("that was tampered with is read as nothing seen", () => {
    expect(readRow({ was: "{", choice: "drop" })).toMatchObject({ was: nothingTyped, seen: 0, choice: null });
  });
});
