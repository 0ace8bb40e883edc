import { expect, test } from "vitest";
import { coverageTold, type Told } from "#lib/rules/small/coverage-told";

const version = (from: Told["from"], covers: Told["covers"] = null, beginsAnew = false): Told => ({
  ...{ from, covers, beginsAnew },
});

test("of a figure of which nobody said what it covers holds what is said first after it", () => {
  const told = [version("2013-04"), version("2013-08", "the year to date"), version("2013-10", "the month")];
  expect(coverageTold(told, "2013-07")).toBe("the year to date");
  expect(coverageTold(told, "2013-09")).toBe("the year to date");
  expect(coverageTold(told, "2013-12")).toBe("the month");
});

test("and what was said last before it, where nothing is said any more", () => {
  expect(coverageTold([version("2013-04", "the month"), version("2013-08")], "2013-09")).toBe("the month");
});

test("but not across a month from which the series breaks or is rebased", () => {
  const broken = [version("2013-04"), version("2013-06", null, true), version("2013-08", "the year to date")];
  expect(coverageTold(broken, "2013-05")).toBeNull();
  expect(coverageTold(broken, "2013-07")).toBe("the year to date");
  expect(coverageTold([version("2013-04"), version("2013-08", "the month", true)], "2013-07")).toBeNull();
  expect(coverageTold([version("2013-04", "the month"), version("2013-08", null, true)], "2013-09")).toBeNull();
});

test("nothing where nobody ever says", () => {
  expect(coverageTold([version("2013-04")], "2013-07")).toBeNull();
});
