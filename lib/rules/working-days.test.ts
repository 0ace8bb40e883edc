import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, dayAfter, dayIn, parseDay, weekday } from "#lib/rules/day";
import type { Month } from "#lib/rules/month";
import { isWorkingDay, nthWorkingDay, whyNotWorking } from "#lib/rules/working-days";

const kept = JSON.parse(readFileSync("db/bank-holidays.json", "utf8")).days as { day: Day; name: string }[];
const england = new Set<string>(kept.map(({ day }) => day));

const months = fc
  .tuple(fc.integer({ min: 2013, max: 2028 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}` as Month);
const days = months.chain((month) => fc.integer({ min: 0, max: 400 }).map((more) => addDays(dayAfter(month), more)));
const holidays = fc.oneof(
  fc.constant(england),
  fc.array(days, { maxLength: 20 }).map((list) => new Set<string>(list)),
);

describe("the nth working day after a month", () => {
  it.each([
    ["2013-12", 1, "2014-01-02"],
    ["2013-12", 10, "2014-01-15"],
    ["2014-01", 10, "2014-02-14"],
    ["2014-03", 14, "2014-04-22"],
    ["2014-04", 3, "2014-05-06"],
  ] as const)("%s, the %ith: %s", (month, nth, day) => {
    expect(nthWorkingDay(month, nth, england)).toBe(day);
  });

  it("is a working day with exactly so many up to it, counted from the first after the month", () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 60 }), holidays, (month, nth, closed) => {
        const found = nthWorkingDay(month, nth, closed);
        let count = 0;
        for (let day = dayAfter(month); day <= found; day = addDays(day, 1)) count += isWorkingDay(day, closed) ? 1 : 0;
        expect([count, isWorkingDay(found, closed)]).toEqual([nth, true]);
      }),
    );
  });

  it("never comes earlier for a later count, nor for one holiday more", () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 59 }), holidays, days, (month, nth, closed, day) => {
        const found = nthWorkingDay(month, nth, closed);
        expect(nthWorkingDay(month, nth + 1, closed) > found).toBe(true);
        expect(nthWorkingDay(month, nth, new Set([...closed, day])) >= found).toBe(true);
      }),
    );
  });
});

describe("England's bank holidays as they are kept", () => {
  it("are days in order, none twice, of every year from 2013 to 2028, on working days of the week", () => {
    const listed = kept.map(({ day }) => day);
    expect(listed).toEqual([...new Set(listed)].toSorted());
    expect(new Set(listed.map((day) => day.slice(0, 4))).size).toBe(16);
    for (const { day, name } of kept) {
      expect(parseDay(day), day).toBe(day);
      expect([1, 2, 3, 4, 5], `${day} ${name}`).toContain(weekday(day));
    }
  });

  it("are why nobody works then", () => {
    expect(whyNotWorking("2014-04-18", kept)).toBe("a bank holiday: Good Friday");
    expect(whyNotWorking("2014-03-15", kept)).toBe("a Saturday");
    expect(whyNotWorking("2014-03-14", kept)).toBeNull();
  });
});

describe("a day", () => {
  it("is read from its one spelling, where there is such a day", () => {
    expect(parseDay("2016-02-29")).toBe("2016-02-29");
    for (const text of ["2014-02-29", "2014-2-1", "14/03/2014", "20144-03-14", ""]) expect(parseDay(text)).toBeNull();
  });

  it("is the one it is where the organisation is", () => {
    const summer = new Date("2014-06-30T23:30:00Z");
    expect([dayIn("Europe/London", summer), dayIn("UTC", summer)]).toEqual(["2014-07-01", "2014-06-30"]);
  });
});
