import fc from "fast-check";
import { expect, test } from "vitest";
import { travel, travelWords } from "#lib/rules/travel";

test("direction of travel is judged by the indicator's direction", () => {
  expect(travelWords(travel("84", "90", { direction: "higher" }))).toBe("up 6, improving");
  expect(travelWords(travel("5", "4", { direction: "lower" }))).toBe("down 1, improving");
  expect(travelWords(travel("14.1", "15.4", { direction: "lower" }))).toBe("up 1.3, declining");
  expect(travelWords(travel("43", "40", { direction: "higher" }))).toBe("down 3, declining");
  expect(travelWords(travel("80", "80.0", { direction: "higher" }))).toBe("steady");
});

test("and there and back again are opposite verdicts by the same amount", () => {
  const opposite = { improving: "declining", declining: "improving", steady: "steady" };
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), fc.constantFrom("higher" as const, "lower"), (a, b, direction) => {
      const there = travel(String(a), String(b), { direction });
      const back = travel(String(b), String(a), { direction });
      expect(back).toMatchObject({ verdict: opposite[there.verdict!], by: there.by });
    }),
  );
});
