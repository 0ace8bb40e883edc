import { describe, expect, test } from "vitest";
import { nothingTyped, readActual } from "#lib/rules/actual";
import { type FigureSurroundings, fractionTyped } from "#lib/rules/figure-doubt";

const around: FigureSurroundings = {
  unit: "percent",
  precision: 0,
  edges: ["65", "71", "75"],
  previous: null,
  present: null,
};
const read = (value: string, more: Partial<FigureSurroundings> = {}) =>
  readActual({ ...nothingTyped, value }, { unit: "percent", precision: 0, ...more }, { ...around, ...more });

describe("a percentage typed as a fraction, finer than the indicator keeps", () => {
  test.each([
    ["0.85", "85"],
    [".7", "70"],
    [" 0.855 ", "86"],
  ])("%s is asked about, and only what can be kept is offered", (typed, percent) => {
    expect(read(typed)).toMatchObject({ ok: false, field: "value", offers: [percent] });
  });

  test("is refused as before where the bands do not say that it may be one, or it is no percentage", () => {
    const refused = {
      ok: false,
      message: "“0.85” has more decimals than this indicator keeps. Type a percentage from 0 to 100, whole numbers.",
    };
    expect(read("0.85", { edges: ["2", "5"] })).toMatchObject(refused);
    expect(read("0.85", { edges: [] })).toMatchObject(refused);
    expect(read("0.85", { unit: "count" })).not.toHaveProperty("offers");
    expect(read("72.5")).not.toHaveProperty("offers");
  });

  test("is found in a text that cannot be read", () => {
    expect([" 0.85", ".7", "72.5", "1.2", "abc", "0.85%"].map(fractionTyped)).toEqual([
      "0.85",
      ".7",
      null,
      null,
      null,
      null,
    ]);
  });
});
