import { expect, test } from "vitest";
import { inOrderOfStanding } from "#lib/rules/small/in-order-of-standing";

const figure = (month: "2013-11" | "2013-12", value: string, more = {}) => ({
  ...{ month, value, numerator: null, closedAt: `${month}-28T09:00:00+00:00`, restated: null },
  ...more,
});

test("figures stand in the order in which their months were closed, those of an open one last", () => {
  const late = figure("2013-11", "1", { closedAt: null });
  const order = (figures: Parameters<typeof inOrderOfStanding>[0]) =>
    inOrderOfStanding(figures).map(({ month, value }) => `${month} ${value}`);
  expect(order([figure("2013-12", "2"), figure("2013-11", "1")])).toEqual(["2013-11 1", "2013-12 2"]);
  expect(order([late, figure("2013-12", "2")])).toEqual(["2013-12 2", "2013-11 1"]);
});

test("one that was restated stands first as it was, then as it became", () => {
  const restated = [
    { at: "2014-01-10T09:00:00+00:00", before: "1" },
    { at: "2014-01-12T09:00:00+00:00", before: "4" },
  ];
  const figures = [figure("2013-11", "7", { restated }), figure("2013-12", "2")];
  expect(inOrderOfStanding(figures).map(({ value }) => value)).toEqual(["1", "2", "4", "7"]);
  const [, ...percentages] = inOrderOfStanding([figure("2013-11", "7", { restated, numerator: "7" })]);
  expect(percentages).toEqual([]);
});
