import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 320, height: 640 } };
type Rules = { type: "tag" | "rule"; values: string[] };
const everyRule: Rules = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** Those that a colour scheme can break, on a page that holds every rule in the other one. */
const colourRules: Rules = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** The page as it stands holds WCAG 2.2 AA and does not overflow, on a desktop and, dark, on a phone. */
export async function expectGoodPage(page: Page): Promise<void> {
  await expectNoOverflow(page);
  await expectNoViolations(page, "desktop", "light", everyRule);
  await expectNoViolations(page, "phone", "dark", everyRule);
  await asBefore(page);
}

/** The same at both sizes, light and dark, and by a second checker. */
export async function expectGoodPageEveryWay(page: Page): Promise<void> {
  await expectGoodPage(page);
  await expectNoFaults(page);
  await expectNoViolations(page, "desktop", "dark", colourRules);
  await expectNoViolations(page, "phone", "light", colourRules);
  await asBefore(page);
}

/** No page scrolls sideways: a wide table scrolls in a region of its own. */
export async function expectNoOverflow(page: Page): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, `${page.url()} is wider than the screen (${size})`).toBeLessThanOrEqual(viewport.width);
  }
  await page.setViewportSize(sizes.desktop);
}

/** The scripts that the page fetched, as they came: zipped. */
export async function expectLightScripts(page: Page, most: number): Promise<void> {
  const sizes = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ initiatorType, name }) => initiatorType === "script" || name.endsWith(".js"))
      .map(({ encodedBodySize }) => encodedBodySize),
  );
  expect(sizes.length).toBeGreaterThan(0);
  expect(
    sizes.reduce((sum, size) => sum + size, 0),
    `bytes of script at ${page.url()}`,
  ).toBeLessThanOrEqual(most);
}

async function expectNoViolations(
  page: Page,
  size: keyof typeof sizes,
  colorScheme: "light" | "dark",
  runOnly: Rules,
): Promise<void> {
  await page.setViewportSize(sizes[size]);
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  // The page has no frames, for whose sake axe would open one more page, and only what is wrong need be described.
  const axe = new AxeBuilder({ page }).options({ runOnly, resultTypes: ["violations"] }).setLegacyMode();
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}`);
  expect(found, `${page.url()} (${size}, ${colorScheme})`).toEqual([]);
}

type Fault = { value: [policy: string, outcome: string]; ruleId: string; message: string; snippet: string };
type Checker = { check: (of: Document, rules: string[]) => Promise<{ results: Fault[] }> };
declare const ace: { Checker: new () => Checker };

const secondChecker = readFileSync(new URL(import.meta.resolve("accessibility-checker-engine/ace.js")), "utf8");
// It takes no user name for an e-mail address, which is what password managers look for.
const mistaken = ["input_autocomplete_valid"];

/** What IBM's checker is sure breaks WCAG 2.2, which axe does not look for: names of forms and groups, ties of cells. */
async function expectNoFaults(page: Page): Promise<void> {
  await page.evaluate(`${secondChecker}; globalThis.ace = ace`);
  // What is folded away has its labels folded away with it.
  const { results } = await page.evaluate(async () => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const each of folded) each.open = true;
    const report = await new ace.Checker().check(document, ["WCAG_2_2"]);
    for (const each of folded) each.open = false;
    return report;
  });
  const found = results
    .filter(({ value, ruleId }) => value.join(" ") === "VIOLATION FAIL" && !mistaken.includes(ruleId))
    .map(({ ruleId, message, snippet }) => `${ruleId}: ${message}: ${snippet}`);
  expect(found, page.url()).toEqual([]);
}

async function asBefore(page: Page): Promise<void> {
  await page.setViewportSize(sizes.desktop);
  await page.emulateMedia({ colorScheme: "light" });
}
