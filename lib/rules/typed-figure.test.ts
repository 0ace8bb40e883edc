import { describe, expect, test } from "vitest";
import type { Unit } from "#db/vocabulary";
import { nothingTyped, readActual, saysNothing, type TypedActual } from "#lib/rules/actual";
import { offerWords, readCell } from "#lib/rules/typed-figure";
import cases from "./cases/typed-figures.json" with { type: "json" };

type Case = {
  typed: string;
  unit: string;
  precision: number;
  bands?: string[];
  previous?: string;
  must: Record<string, unknown>;
};

const said: Record<string, RegExp> = {
  "a count has no percent sign": /is a percentage, and this is a count/,
  "more decimals than this indicator keeps": /more decimals than this indicator keeps/,
  "a percentage is at most 100": /over 100/,
  "a count is not under 0": /below zero, and a count cannot be negative/,
  "not a figure": /is not a figure/,
  "r comes from restating": /comes from restating/,
  "the denominator is 0": /denominator is 0/,
  "more than the whole": /more than the denominator/,
  "parts belong to a percentage": /Only a percentage has a numerator/,
};

const edgesOf = (bands: string[] = []) => bands.map((asTyped) => /\d+/.exec(asTyped)?.[0] ?? "");

const read = ({ typed, unit, precision, bands, previous }: Omit<Case, "must">, more: Partial<TypedActual> = {}) => {
  const shape = { unit: unit as Unit, precision };
  return readActual({ ...nothingTyped, value: typed, ...more }, shape, {
    ...shape,
    edges: edgesOf(bands),
    previous: previous ?? null,
    present: null,
  });
};

describe("what is typed in a figure's cell", () => {
  test.each([
    "45 / 50 (90%)",
    "45/50 [90 %]",
    "9 of 12 (75%)",
    "=45/50",
    "75% (45/60)",
    "45/60 = 75%",
    "75 (45 of 60)",
    "45/60%",
    "45 out of 60: 75 %",
  ])("is told that parts stand alone: %s", (typed) => {
    expect(read({ typed, unit: "percent", precision: 0 })).toMatchObject({
      ok: false,
      field: "value",
      message: expect.stringMatching(/type the parts alone, as 45\/50\. Their percentage is worked out/),
    });
  });

  test.each(["9 of 12", "45/60", "=45/60", "75% (45/60)"])("is told on a count what to type: %s", (typed) => {
    expect(read({ typed, unit: "count", precision: 0 })).toEqual({
      ok: false,
      field: "value",
      message: "Only a percentage has a numerator and a denominator. Type a count of 0 or more, whole numbers.",
    });
  });

  test.each(["26/25", "4/0", "1.23456/20"])("is wrong in its own cell, where its parts are: %s", (typed) => {
    expect(read({ typed, unit: "percent", precision: 1 })).toMatchObject({ ok: false, field: "value" });
  });

  test.each(cases.cases as Case[])("$typed of a $unit of $precision decimals", ({ must, ...typed }) => {
    const { ask, refuse, nothing, ...content } = must;
    const reading = read(typed);
    if (nothing) expect(saysNothing({ ...nothingTyped, value: typed.typed })).toBe(true);
    else if (ask)
      expect(reading).toMatchObject({
        ok: false,
        field: "value",
        offers: [ask].flat().map((offer) => asTyped(String(offer))),
      });
    else if (refuse)
      expect(reading).toMatchObject({ ok: false, message: expect.stringMatching(said[String(refuse)]!) });
    else expect(reading).toMatchObject({ ok: true, content });
  });

  /** The cases name a symbol by its letter; an offer is as one would type it. */
  const asTyped = (offer: string) => (/^[xzc]$/.test(offer) ? `[${offer}]` : offer);

  test.each([
    ["Ｎ／Ａ", { offers: ["[x]", "[z]"] }],
    ["–", { offers: ["0", "[x]"] }],
    ["≤ 5", { offers: ["[c]"] }],
    ["[Z]", { content: { missing: "z" } }],
    ["Not available", { content: { missing: "x" } }],
    ["confidential", { content: { missing: "c" } }],
    ["12.6 out of 38.4", { content: { numerator: "12.6", denominator: "38.4", value: "32.8" } }],
    ["45 / 50 ", { content: { numerator: "45", denominator: "50", value: "90" } }],
    ["14.1% [p] [e]", { content: { value: "14.1", provisional: true, estimated: true } }],
    ["23,5 %", { offers: ["23.5"] }],
    ["12,5/20", { field: "value", message: "Is “12,5/20” 12.5/20?", offers: ["12.5/20"] }],
    ["12,5 of 20,25", { offers: ["12.5/20.25"] }],
    ["1,200/2,000", { content: { numerator: "1200", denominator: "2000", value: "60" } }],
    ["45/50 (p", { ok: false }],
    ["1/2/3", { ok: false }],
    ["[p]", { ok: false }],
    ["14.1 [q]", { ok: false }],
  ])("kinds like %s", (typed, expected) => {
    expect(read({ typed, unit: "percent", precision: 1 })).toMatchObject(expected);
  });

  test("a doubtful figure that is meant is taken, and only that one", () => {
    const fraction = { typed: "0.85", unit: "percent", precision: 2, bands: ["65-70", "75+"] };
    expect(read(fraction, { sure: "0.85" })).toMatchObject({ ok: true, content: { value: "0.85" } });
    expect(read(fraction, { sure: "0.84" })).toMatchObject({ ok: false, offers: ["0.85", "85"] });
    expect(read({ ...fraction, bands: ["0.2-1"] })).toMatchObject({ ok: true });
    expect(read({ ...fraction, typed: "0" })).toMatchObject({ ok: true });
  });

  test("what a cell says already is not asked about again, when its note changes", () => {
    const shape = { unit: "percent", precision: 2 } as const;
    const around = { ...shape, edges: ["65", "75"], previous: null };
    const typed = { ...nothingTyped, value: "0.850", note: "Late." };
    expect(readActual(typed, shape, { ...around, present: "0.85" })).toMatchObject({ ok: true });
    expect(readActual(typed, shape, { ...around, present: "0.84" })).toMatchObject({ ok: false });
  });

  test("a symbol takes the place of a figure with its parts and flags; the note stays", () => {
    const before = { numerator: "1", denominator: "2", provisional: true, note: "late" };
    expect(read({ typed: "x", unit: "percent", precision: 0 }, before)).toEqual({
      ok: true,
      content: {
        value: null,
        numerator: null,
        denominator: null,
        missing: "x",
        note: "late",
        provisional: false,
        estimated: false,
      },
    });
  });

  test("an offer says what it would say", () => {
    expect(["[x]", "12.5"].map(offerWords)).toEqual(["not available [x]", "12.5"]);
  });
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("%s is no symbol that anybody knows", (typed) => {
  expect(readCell(typed, { unit: "percent", precision: 0 })).toMatchObject({ as: "figure" });
});
