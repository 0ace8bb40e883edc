import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 320, height: 640 } };
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The page as it stands holds WCAG 2.2 AA and does not overflow, at desktop and 320 px width, light and dark. */
export async function expectGoodPage(page: Page): Promise<void> {
  await expectNoOverflow(page);
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      // Dark differs from light in its colours alone.
      const axe = new AxeBuilder({ page });
      const { violations } = await (colorScheme === "light"
        ? axe.withTags(rules)
        : axe.withRules("color-contrast")
      ).analyze();
      const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}`);
      expect(found, `${page.url()} (${size}, ${colorScheme})`).toEqual([]);
    }
  }
  await page.setViewportSize(sizes.desktop);
  await page.emulateMedia({ colorScheme: "light" });
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
