import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gradeFill, gradeWash } from "#components/scorecards/grade-tones";
import { gradeTones } from "#db/vocabulary";

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

test.each(gradeTones)("%s has the classes that the stylesheet knows", (tone) => {
  expect([gradeFill(tone), gradeWash(tone)]).toEqual([`fill-${tone}`, `bg-${tone}-wash`]);
  expect(css).toContain(`--color-${tone}: var(--${tone});`);
  expect(css).toContain(`--color-${tone}-wash: var(--${tone}-wash);`);
});
