import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gradeClass } from "#components/scorecards/grade-class";
import { gradeShapes, gradeTones } from "#db/vocabulary";

const css = readFileSync("app/globals.css", "utf8");
const [light = "", dark = ""] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) => block ?? "");

/** The colours of a block by name; the dark ones stand over the light. */
const coloursIn = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex]));
const schemes = { light: coloursIn(light), dark: { ...coloursIn(light), ...coloursIn(dark) } };

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

describe.each(Object.entries(schemes))("in %s", (_scheme, colours) => {
  const of = (name: string) => {
    const hex = colours[name];
    if (!hex) throw new Error(`app/globals.css has no --${name}.`);
    return hex;
  };

  test.each(gradeTones)("%s can be read: its letter, the figure on its wash, its shape on the page", (tone) => {
    expect(contrast(of("on-grade"), of(tone))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of("ink"), of(`${tone}-wash`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of(tone), of(`${tone}-wash`))).toBeGreaterThanOrEqual(3);
    for (const ground of ["paper", "raised"]) expect(contrast(of(tone), of(ground))).toBeGreaterThanOrEqual(3);
  });

  test("no two tones are one colour", () => {
    const shown = gradeTones.flatMap((tone) => [of(tone), of(`${tone}-wash`)]);
    expect(new Set(shown).size).toBe(shown.length);
  });
});

const grades = readFileSync("app/grades.css", "utf8");
const level = { word: "Good", short: "G", shape: "square", tone: "leaf" } as const;

test("a level wears its tone and its shape, and says where its letters are two", () => {
  expect(gradeClass(level)).toBe("leaf square");
  expect(gradeClass({ ...level, short: "Gd" })).toBe("leaf square two");
});

test.each(gradeTones)("%s is a class of the stylesheet, with both its colours", (tone) => {
  expect(grades).toContain(`.${tone} {\n  --tone: var(--${tone});\n  --tone-wash: var(--${tone}-wash);\n}`);
});

test.each(gradeShapes)("%s is a shape that the stylesheet clips", (shape) => {
  expect(grades).toMatch(new RegExp(`^\\.${shape} \\{\n  --shape: (circle|inset|polygon)\\(`, "m"));
});
