import { expect, test } from "vitest";
import { editionAsTold, reasonAsTold, restatedAsTold } from "#lib/access/told-of-small";

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

test("an edition's reason is kept from a reader where it tells a figure of its month that may be hidden", () => {
  const hiding = [{ ref: "4.1", value: "65", numerator: "26", denominator: "40" }];
  const reasonTo = (reason: string, more = {}) =>
    editionAsTold({ roles: [], ...more }, { hiding, blockers: [], restated: [], reason });
  const withheld = "not shown: its words hold a number, and small numbers are hidden here";
  expect(reasonTo("Fourteen are not explained yet.")).toMatchObject({ reason: withheld, hiding: [] });
  expect(reasonTo("Fourteen are not explained yet.", { seesSmall: true })).toMatchObject({ hiding });
  expect(reasonTo("The board meets on 3 December.").reason).toBe("The board meets on 3 December.");
});

test("nor why limits begin anew, where that holds a number", () => {
  expect(reasonAsTold("Three moved away.")).toMatch(/^not shown/);
  expect(reasonAsTold("The work moved to another team.")).toBe("The work moved to another team.");
  expect(reasonAsTold(null)).toBeNull();
});
