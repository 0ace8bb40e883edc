import { expect, test } from "vitest";
import { isDue } from "#scripts/verify-nightly";

const at = (day: number, hour: number) => new Date(2026, 0, day, hour, 30);

test("the trail is verified once a night, and not by day", () => {
  expect(isDue(at(2, 2), null)).toBe(true);
  expect(isDue(at(2, 2), at(1, 2))).toBe(true);
  expect(isDue(at(2, 4), at(2, 2))).toBe(false);
  expect(isDue(at(2, 12), null)).toBe(false);
  expect(isDue(at(2, 0), null)).toBe(false);
});
