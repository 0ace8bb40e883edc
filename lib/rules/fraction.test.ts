import fc from "fast-check";
import { expect, test } from "vitest";
import { readFraction } from "#lib/rules/fraction";

test("a percentage follows from numerator and denominator at the indicator's precision", () => {
  expect(readFraction("17", "25", 0)).toEqual({ ok: true, numerator: "17", denominator: "25", value: "68" });
  expect(readFraction("2", "3", 1)).toMatchObject({ value: "66.7" });
  expect(readFraction("1", "8", 0)).toMatchObject({ value: "13" });
  expect(readFraction("0", "8", 0)).toMatchObject({ value: "0" });
  expect(readFraction("12.6", "38.4", 1)).toEqual({ ok: true, numerator: "12.6", denominator: "38.4", value: "32.8" });
});

test("half a fraction, a part of nothing and more than the whole are refused in words", () => {
  expect(readFraction("17", " ", 0)).toEqual({
    ok: false,
    message: "Give both the numerator and the denominator, or neither.",
  });
  expect(readFraction("0", "0", 0)).toMatchObject({ message: expect.stringContaining("denominator is 0") });
  expect(readFraction("26", "25", 0)).toMatchObject({ message: "The numerator 26 is more than the denominator 25." });
  expect(readFraction("4x", "25", 0)).toEqual({
    ok: false,
    message: "“4x” is not a figure. Type the numerator as a number of 0 or more, with at most 4 decimals.",
  });
  expect(readFraction("4", "-25", 0)).toMatchObject({
    message: expect.stringMatching(
      /^“-25” is below zero, and the denominator cannot be negative\. Type the denominator /,
    ),
  });
  expect(readFraction("1.23456", "25", 0)).toMatchObject({ message: expect.stringContaining("more decimals") });
});

test("the value is never over 100 nor under 0", () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), fc.integer({ min: 0, max: 4 }), (a, b, precision) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const read = readFraction(String(low), String(high), precision);
      if (high === 0) expect(read.ok).toBe(false);
      else expect(read.ok && Number(read.value) >= 0 && Number(read.value) <= 100).toBe(true);
    }),
  );
});
