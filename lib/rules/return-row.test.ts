import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nothingTyped, typedActual } from "#lib/rules/actual";
import { fieldsOfTyped, readRow, rowKey, rowsInForm, typedIn, wasField, workOfRow } from "#lib/rules/return-row";

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
    expect(workOfRow({ ...row, choice: "clear" })).toEqual({ do: "clear", seen: 3, because: "", why: "" });
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
          sure: words,
          because: words,
          why: words,
        }),
        (typed) => {
          expect(typedIn(fieldsOfTyped(typed))).toEqual(typed);
        },
      ),
    );
  });

  test("that was not opened says of its reason, flags and note what it said before, and of its parts beside their figure", () => {
    const was = { ...typedActual(content), note: "late", provisional: true };
    const closed = { was: wasField(was), value: "70", seen: "3" };
    expect(readRow(closed)).toMatchObject({ typed: { ...was, value: "70", numerator: "", denominator: "" }, was });
    expect(readRow({ ...closed, value: "68" }).typed).toEqual(was);
    expect(workOfRow(readRow({ ...closed, value: "68" }))).toBeNull();
    expect(readRow({ ...closed, more: "on" }).typed).toEqual({ ...nothingTyped, value: "70" });
  });

  test("that was opened and given another figure alone leaves the parts of the one before", () => {
    const was = typedActual(content);
    const { numerator, denominator } = was;
    const opened = { was: wasField(was), seen: "3", more: "on", numerator, denominator };
    expect(workOfRow(readRow({ ...opened, value: "70" }))).toMatchObject({
      typed: { value: "70", numerator: "", denominator: "" },
    });
    expect(workOfRow(readRow({ ...opened, value: "68" }))).toBeNull();
  });

  test("that was not opened says why it changes all the same, and clearing it too", () => {
    const why = { because: "late", why: "Two cases" };
    const sent = { was: wasField(typedActual(content)), seen: "3", ...why };
    expect(workOfRow(readRow({ ...sent, value: "70" }))).toMatchObject({
      do: "record",
      typed: { value: "70", ...why },
    });
    expect(workOfRow(readRow({ ...sent, value: "68" }))).toBeNull();
    expect(workOfRow(readRow({ ...sent, value: "68", choice: "clear" }))).toEqual({ do: "clear", seen: 3, ...why });
  });

  test("whose cell shows a symbol sends it back as it was, and a figure typed over it replaces it", () => {
    const was = typedActual({ ...content, value: null, missing: "x" });
    const closed = { was: wasField(was), seen: "3" };
    expect(workOfRow(readRow({ ...closed, value: "[x]" }))).toBeNull();
    expect(readRow({ ...closed, value: "70" }).typed).toMatchObject({ value: "70", missing: "" });
    expect(readRow({ ...closed, more: "on", value: "[x]", missing: "z" }).typed).toMatchObject({
      value: "",
      missing: "z",
    });
  });

  test("takes an offer in the place of what was typed, as meant", () => {
    expect(readRow({ was: "{}", seen: "0", value: "0.85", offer: "0.85" }).typed).toMatchObject({
      value: "0.85",
      sure: "0.85",
    });
    expect(readRow({ was: "{}", seen: "0", value: "-", offer: "[x]" }).typed).toMatchObject({
      value: "[x]",
      missing: "",
    });
  });

  test("that was tampered with is read as nothing seen", () => {
    expect(readRow({ was: "{", choice: "drop" })).toMatchObject({ was: nothingTyped, seen: 0, choice: null });
  });
});
