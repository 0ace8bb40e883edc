import { expect, test } from "@playwright/test";
import { accounts, emailOf, password, stateOf } from "#e2e/accounts";

for (const account of accounts) {
  test(`${account} signs in`, async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel(/e-?mail/i).fill(emailOf(account));
    await page.getByLabel(/^password/i).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    await page.context().storageState({ path: stateOf(account) });
  });
}
