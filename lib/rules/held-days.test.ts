import { describe, expect, test } from "vitest";
import { daysNotIn, heldDaysName, shareADay, standsOn } from "#lib/rules/held-days";

const days = (fromDay: string | null, toDay: string | null) => ({ fromDay, toDay });
const [always, autumn, winter] = [days(null, null), days(null, "2026-11-30"), days("2026-12-01", null)];

describe("the days of a role", () => {
  test.each([
    [always, ""],
    [winter, "from 1 December 2026"],
    [autumn, "until 30 November 2026"],
    [days("2027-01-01", "2027-03-31"), "from 1 January 2027 until 31 March 2027"],
  ])("are said: %j", (given, said) => {
    expect(heldDaysName(given)).toBe(said);
  });

  test.each([
    [autumn, winter, false],
    [autumn, days("2026-11-30", null), true],
    [always, winter, true],
    [days("2027-01-01", "2027-03-31"), days("2027-03-31", "2027-04-01"), true],
    [days("2027-01-01", "2027-03-31"), days("2027-04-01", "2027-04-01"), false],
  ])("are shared or not: %j %j", (one, other, expected) => {
    expect(shareADay(one, other)).toBe(expected);
    expect(shareADay(other, one)).toBe(expected);
  });

  test.each([
    [autumn, [], [autumn]],
    [autumn, [winter], [autumn]],
    [autumn, [always], []],
    [autumn, [autumn], []],
    [always, [winter], [autumn]],
    [always, [autumn], [winter]],
    [always, [autumn, winter], []],
    [winter, [days("2026-12-01", "2026-12-31")], [days("2027-01-01", null)]],
    [winter, [days("2026-11-30", "2026-12-31")], [days("2027-01-01", null)]],
    [days("2026-11-30", "2026-12-31"), [winter], [days("2026-11-30", "2026-11-30")]],
    [always, [days("2026-12-01", "2026-12-31")], [autumn, days("2027-01-01", null)]],
  ])("are left by others: %j %j", (one, others, expected) => {
    expect(daysNotIn(one, others)).toEqual(expected);
  });

  test("include the first and the last", () => {
    const winterMonth = days("2026-12-01", "2026-12-31");
    const on = (["2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"] as const).map((day) =>
      standsOn(winterMonth, day),
    );
    expect(on).toEqual(["to come", "held", "held", "over"]);
  });
});
