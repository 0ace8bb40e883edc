import { expect, test } from "vitest";
import { restatedAsTold } from "#lib/access/told-of-small";

const restated = {
  hidesSmall: true,
  before: { figure: "68", missing: null },
  after: { figure: "65", missing: null },
};
const told = (reason: string, more = {}) =>
  restatedAsTold({ roles: [{ role: "reader", team: null }], ...more }, { ...restated, reason }).reason;

test("a reader is not told why a hidden figure was restated in words that hold a number", () => {
  for (const reason of ["26 of the 40 conferences, not 27.", "Fourteen were left out.", "65.0% it is.", "Both were."]) {
    expect(told(reason)).toBe("not shown: its words hold a number, and small numbers are hidden here");
    expect(told(reason, { seesSmall: true })).toBe(reason);
  }
  expect(told("Late returns were left out.")).toBe("Late returns were left out.");
});

const hidden = { figure: null, missing: "c", isHidden: true };

test("nor by which figures", () => {
  const { before, after } = restatedAsTold({ roles: [] }, { ...restated, reason: "Late." });
  expect([before, after]).toEqual([hidden, hidden]);
});
