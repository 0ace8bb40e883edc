import fc from "fast-check";
import { expect, test } from "vitest";
import { apart, withMarks } from "#lib/rules/direction";

test.each([
  ["esrever", "esrever"],
  ["שלום", "שלום"],
  ["\u202Eesrever", "\u2068\u202Eesrever\u202C\u2069"],
  ["\u2066in\u2069", "\u2068\u2066in\u2069\u2069"],
  ["out\u2069\u202C", "\u2068out\u2069"],
  ["\u2067a\u202Eb\u2069c", "\u2068\u2067a\u202Eb\u2069c\u2069"],
  ["a\u200Fb", "\u2068a\u200Fb\u2069"],
])("%j stands among other words as %j", (words, shown) => {
  expect(apart(words)).toBe(shown);
});

test("in the trail what turns is seen, and turns nothing", () => {
  expect(withMarks("a\u202Eb\u2069c\u200F\u061C")).toBe("a[U+202E]b[U+2069]c[U+200F][U+061C]");
  expect(withMarks("שלום")).toBe("שלום");
});

test("whatever somebody wrote, nothing that it opened is open behind it, and nothing before it is closed", () => {
  const text = fc.array(
    fc.constantFrom("a", "ש", " ", "\u202A", "\u202E", "\u202C", "\u2066", "\u2067", "\u2068", "\u2069"),
  );
  fc.assert(
    fc.property(text, (signs) => {
      const words = signs.join("");
      let depth = 0;
      for (const sign of apart(words).slice(0, -1)) {
        if (/[\u2066-\u2068]/.test(sign)) depth++;
        if (sign === "\u2069") depth--;
        if (apart(words) !== words) expect(depth).toBeGreaterThan(0);
      }
      expect(apart(words).replace(/[\u202C\u2068\u2069]/g, "")).toBe(words.replace(/[\u202C\u2068\u2069]/g, ""));
    }),
  );
});
