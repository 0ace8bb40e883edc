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

const late = { kind: "return", ref: "assessment", team: "Assessment", words: "not submitted" };

test("a reader is not told whether the comment of a hidden figure stood in the way of an edition", () => {
  const hiding = [{ ref: "6.4", value: "5", numerator: null, denominator: null }];
  const missing = { kind: "comment", ref: "6.4", team: "Assessment", words: "none was submitted, and one is required" };
  const shown = (blockers: (typeof late)[], more = {}) =>
    editionAsTold({ roles: [], ...more }, { hiding, blockers, restated: [], reason: "The board meets." });
  expect(shown([late, missing])).toEqual(shown([late]));
  expect(shown([late]).blockers.map(({ ref }) => ref)).toEqual([
    "assessment",
    "Indicators of which small numbers are hidden",
  ]);
  expect(shown([missing])).toMatchObject({ blockers: [], reason: null });
  expect(shown([late, missing], { seesSmall: true }).blockers).toEqual([late, missing]);
});

test("an edition's reason is kept from a reader where it tells a figure of its month that may be hidden", () => {
  const hiding = [{ ref: "4.1", value: "65", numerator: "26", denominator: "40" }];
  const reasonTo = (reason: string, more = {}) =>
    editionAsTold({ roles: [], ...more }, { hiding, blockers: [late], restated: [], reason });
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
