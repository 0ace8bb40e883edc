import type { Page } from "@playwright/test";

/** A picture for `docs/a-month.md`, only where CANDOUR_PICTURES asks for them: what a page shows first, as one reads it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.CANDOUR_PICTURES) return;
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.screenshot({ path: `docs/a-month/${name}.jpg`, type: "jpeg", quality: 60, animations: "disabled" });
  await page.setViewportSize({ width: 1280, height: 900 });
}
