import { expect, test } from "vitest";
import { isTimeZone, readableZone, timeZones } from "#lib/rules/time-zone";

test("every zone that is offered can be told dates by, London's first", () => {
  expect(timeZones()[0]).toBe("Europe/London");
  expect(timeZones().filter((zone) => readableZone(zone) !== zone)).toEqual([]);
});

test("a zone that only the database knows is none that is offered, and dates are told as in London", () => {
  for (const zone of ["Factory", "posixrules", "", "Europe/Nowhere"]) {
    expect(isTimeZone(zone)).toBe(false);
    expect(readableZone(zone)).toBe("Europe/London");
  }
});
