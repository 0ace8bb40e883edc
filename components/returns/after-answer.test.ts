import { describe, expect, test } from "vitest";
import { afterAnswer, startOf } from "#components/returns/after-answer";
import type { Refused, Result } from "#lib/actions/result";
import type { ShownActual } from "#lib/actuals/shown-actual";
import type { ReturnRow } from "#lib/returns/return-row";
import { type ActualContent, nothingTyped } from "#lib/rules/actual";
import { fieldsOfTyped } from "#lib/rules/return-row";
import { isToDecide, type RowState, typedInto, undone } from "#lib/rules/row-state";

const content = (value: string | null): ActualContent => ({
  value,
  numerator: null,
  denominator: null,
  missing: null,
  note: null,
  provisional: false,
  estimated: false,
});
const row = { actual: content("66"), version: 2, saved: "Saved 09:28", request: "first" } as ReturnRow;
const saved = (value: string, version: number): Result<ShownActual> => ({
  ok: true,
  value: { content: content(value), version, saved: "Saved 09:31", request: "next" },
});
const refused = (facts: Partial<Refused>): Refused => ({
  ok: false,
  code: "INVALID",
  message: "“6 8” is not a figure.",
  fields: { value: "“6 8” is not a figure." },
  details: {},
  typed: fieldsOfTyped({ ...nothingTyped, value: "6 8" }),
  ...facts,
});
const conflict = (typed: Record<string, string>) =>
  refused({ code: "CONFLICT", fields: {}, details: { theirs: { version: 3, content: content("70") } }, typed });

const start = startOf(row, undefined);
const typed67 = typedInto(start, { value: "67" });

test("a row that was sent to be opened keeps what was typed over the version it was typed over", () => {
  const kept = startOf({ ...row, version: 3 }, undefined, { typed: { ...nothingTyped, value: "67" }, seen: 2 });
  expect(kept).toMatchObject({ typed: { value: "67" }, was: { value: "66" }, seen: 2, status: "quiet" });
});

describe("a row of the return, once sent", () => {
  test("shows what was kept, unless something else was typed meanwhile", () => {
    const sent = typedInto(start, { value: " 67% " });
    expect(afterAnswer(sent, saved("67", 3), sent.typed)).toMatchObject({
      typed: { value: "67" },
      seen: 3,
      saved: "Saved 09:31",
      request: "next",
      status: "quiet",
    });
    const meanwhile = typedInto(sent, { value: "68" });
    expect(afterAnswer(meanwhile, saved("67", 3), sent.typed)).toMatchObject({
      typed: { value: "68" },
      was: { value: "67" },
      seen: 3,
    });
  });

  test("when refused keeps what was typed, with a script or without", () => {
    const expected = { typed: { value: "6 8" }, was: { value: "66" }, seen: 2, status: "refused", field: "value" };
    expect(afterAnswer(typedInto(start, { value: "6 8" }), refused({}))).toMatchObject(expected);
    const sent = { ...fieldsOfTyped({ ...nothingTyped, value: "6 8" }), seen: "2" };
    expect(startOf(row, refused({ typed: sent }))).toMatchObject(expected);
  });

  test("in conflict holds both until one is kept", () => {
    const both = afterAnswer(typed67, conflict(fieldsOfTyped(typed67.typed)));
    expect(both).toMatchObject({ status: "conflict", typed: { value: "67" }, seen: 2, theirs: { version: 3 } });
    expect(typedInto(both, { value: "69" })).toMatchObject({ status: "conflict", typed: { value: "69" } });
    expect(undone(both)).toMatchObject({ status: "quiet", typed: { value: "70" }, seen: 3, theirs: null });
    expect(afterAnswer(both, saved("67", 4))).toMatchObject({ status: "quiet", seen: 4, theirs: null });
  });

  test("that could not be cleared, because it had changed, shows what it says now", () => {
    const expected: Partial<RowState> = { status: "refused", seen: 3, theirs: null, content: content("70") };
    expect(afterAnswer(start, conflict({ seen: "2" }))).toMatchObject({ ...expected, typed: { value: "70" } });
    expect(startOf({ ...row, actual: content("70"), version: 3 }, conflict({ seen: "2" }))).toMatchObject(expected);
  });

  test("that needs a reason says so until it has one, and goes on asking while one is typed", () => {
    const because = "Say why 66 becomes 67. It was imported.";
    const answer = refused({ message: because, fields: { because }, details: { asksWhy: "It was imported." } });
    const asked = afterAnswer(typed67, answer);
    const expected = { status: "refused", field: "because", asksWhy: "It was imported.", message: because };
    expect(asked).toMatchObject(expected);
    expect(isToDecide(asked)).toBe(true);
    expect(typedInto(asked, { because: "late" })).toMatchObject({
      ...expected,
      typed: { value: "67", because: "late" },
    });
    expect(typedInto(asked, { value: "68" })).toMatchObject({ status: "quiet", asksWhy: "It was imported." });
    expect(afterAnswer(typedInto(asked, { because: "late" }), saved("67", 3))).toMatchObject({
      status: "quiet",
      asksWhy: null,
      typed: { because: "" },
    });
  });

  test("whose request was in truth done goes on with a request of its own", () => {
    const { request } = afterAnswer(typed67, refused({ code: "REQUEST_REUSED" }));
    expect(request).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
