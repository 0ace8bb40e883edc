import { expect, test, vi } from "vitest";
import { clockTime, dateName, dayName, momentLocal, momentName, momentSince, momentUtc } from "#lib/rules/moment";

test("a moment is said in the organisation's time zone", () => {
  expect(momentName(new Date("2014-01-14T09:32:10Z"))).toBe("14 January 2014, 09:32");
  expect(momentName(new Date("2014-07-14T23:32:00Z"))).toBe("15 July 2014, 00:32");
  expect(dayName(new Date("2014-01-01T00:00:00Z"), "America/New_York")).toBe("31 December 2013");
  expect(dateName("2014-01-08")).toBe("8 January 2014");
  expect(clockTime(new Date("2014-01-01T00:05:00Z"))).toBe("00:05");
});

test.each([
  ["2014-07-14T23:30:05Z", "Europe/London", "2014-07-15T00:30:05+01:00"],
  ["2014-01-14T09:32:10Z", "Europe/London", "2014-01-14T09:32:10+00:00"],
  ["2014-01-01T00:00:00Z", "America/St_Johns", "2013-12-31T20:30:00-03:30"],
  ["2014-01-01T00:00:00Z", "Asia/Kolkata", "2014-01-01T05:30:00+05:30"],
])("%s in %s is %s", (utc, timeZone, local) => {
  const at = new Date(utc);
  expect([momentUtc(at), momentLocal(at, timeZone)]).toEqual([utc, local]);
});

test("today's is said by the clock alone", () => {
  const at = new Date("2014-01-14T09:32:00Z");
  expect(momentSince(at, new Date("2014-01-14T17:00:00Z"))).toBe("09:32");
  expect(momentSince(at, new Date("2014-01-15T00:01:00Z"))).toBe("14 January 2014, 09:32");
});

test("each shape is made once for a time zone, however often a moment is said", () => {
  const made = vi.spyOn(Intl, "DateTimeFormat");
  for (let day = 1; day <= 20; day++) momentName(new Date(Date.UTC(2014, 0, day)), "Pacific/Chatham");
  expect(made).toHaveBeenCalledTimes(2);
  made.mockRestore();
});
