import { expect, test } from "vitest";
import { proposeUnit } from "#lib/imports/reader/propose-shape";

test.each([
  ["% agency Social Workers", "percent"],
  ["Average caseload", "average"],
  ["Number of CP plans open more than 15 months", "count"],
  ["Rate of referrals per 10,000 children", "rate per 10,000"],
  ["Children looked after per 10000 of the population", "rate per 10,000"],
  ["Missing episodes per 1,000", "rate per 1,000"],
  ["Weekly cost of a placement (£)", "pounds"],
  ["Children seen", "count"],
])("the unit of “%s” is proposed as %s", (measure, unit) => {
  expect(proposeUnit(measure).proposed).toBe(unit);
});
