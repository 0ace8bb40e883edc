import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect } from "#e2e/fixtures";

/** What was typed and cannot be saved any more is shown, by why it cannot; thrown away, it is gone for good. */
export async function expectLeftOver(page: Page, words: string, why: string): Promise<void> {
  await expect(page.getByText(`and did not save it. It cannot be saved now. ${why}`)).toBeVisible();
  await expect(page.getByRole("blockquote").filter({ hasText: words })).toBeVisible();
  await expectGoodPage(page);
}

export async function throwAway(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Throw it away" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Thrown away." })).toBeVisible();
}
