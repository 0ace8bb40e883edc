import { expect, test } from "vitest";
import { proposeDirection, proposeUnit } from "#lib/imports/reader/propose-shape";
import { typedBands } from "#lib/testing/typed-bands";

test("no direction that a milestone contradicts is proposed", () => {
  const nested = ["70-80", "65-85", "60-90"].map((asTyped) => ({ word: asTyped, asTyped }));
  expect(proposeDirection(nested)?.proposed).toBe("within");
  expect(proposeDirection(nested, ["", "72-78"])?.proposed).toBe("within");
  for (const milestone of ["75+", "below 80"])
    expect(proposeDirection(nested, [milestone])?.proposed).not.toBe("within");
});

test.each([
  ["% agency Social Workers", "percent"],
  ["Average caseload", "average"],
  ["Number of CP plans open more than 15 months", "count"],
  ["Rate of referrals per 10,000 children", "rate per 10,000"],
  ["Children looked after per 10000 of the population", "rate per 10,000"],
  ["Children looked after per ten thousand", "rate per 10,000"],
  ["Referrals per 10k children", "rate per 10,000"],
  ["Referrals per thousand children", "rate per 1,000"],
  ["Number of deaths per 1,000,000", "count"],
  ["Missing episodes per 1,000", "rate per 1,000"],
  ["Weekly cost of a placement (£)", "pounds"],
  ["Children seen", "count"],
])("the unit of “%s” is proposed as %s", (measure, unit) => {
  expect(proposeUnit(measure).proposed).toBe(unit);
});

test.each([
  [["6-18", "8-16", "10-14"], "within"],
  // A range in the middle of bands says nothing, nor do ranges that begin or end together, nor any that lie side by side.
  [["below 10", "10-14", "15+"], null],
  [["5-9", "10-14", "15+"], "higher"],
  [["20-15", "10-14", "below 10"], "lower"],
  [["0-20", "0-14", "0-10"], "lower"],
  [["10-90", "20-90", "30-90"], "higher"],
  [["65-70", "71-75", "76-80"], "higher"],
  [["30-26", "25-21", "20-10"], "lower"],
  [["10", "20", "30"], "higher"],
])("of the bands %j the direction is proposed as %s", (worstFirst, direction) => {
  expect(proposeDirection(typedBands(worstFirst))?.proposed ?? null).toBe(direction);
});

test("that close to a range is better is said with the bands it was read from", () => {
  expect(proposeDirection(typedBands(["6-18", "8-16", "10-14"]))?.about).toBe(
    "The bands run from Adequate 6-18 over Good 8-16 to Outstanding 10-14, so close to a range is better.",
  );
});
