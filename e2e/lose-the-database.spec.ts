import type { Page } from "@playwright/test";
import { emailOf, password } from "#e2e/accounts";
import { bringDatabaseBack, takeDatabaseAway } from "#e2e/database";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";
const words = (page: Page) => page.getByRole("textbox", { name: /^(Comment|Your words)$/ });
const saying = "Candour cannot reach its database just now";

test.afterEach(bringDatabaseBack);

test("every page says so, to watchers too, and comes back by itself", async ({ as }) => {
  const [open, auditor] = [await as("auditor"), await as("auditor")];
  await auditor.goto("/");
  await takeDatabaseAway();
  for (const path of ["/", scorecard, "/history", "/account", "/sign-in"]) {
    const answer = await open.goto(path);
    expect(answer?.status(), path).toBe(503);
    await expect(open.getByText(saying), path).toBeVisible();
  }
  await expectGoodPage(open);
  await open.goto("/account");
  await auditor.getByRole("link", { name: "History", exact: true }).first().click();
  await expect(auditor.getByText(saying)).toBeVisible();
  const file = await open.request.get(`${scorecard}/export.csv`);
  expect([file.status(), await file.text()]).toEqual([503, expect.stringContaining(saying)]);
  const ready = await open.request.get("/api/health/ready");
  expect([ready.status(), await ready.json()]).toEqual([503, { database: "unavailable" }]);
  expect((await open.request.get("/api/health")).status()).toBe(200);

  await bringDatabaseBack();
  await expect(open.getByRole("heading", { name: "Your account", level: 1 })).toBeVisible();
  await expect(auditor.getByRole("heading", { name: "History", level: 1 })).toBeVisible();
  expect((await open.request.get("/api/health/ready")).status()).toBe(200);
});

test("what was typed stays, and is saved when it is sent again", async ({ as }) => {
  const [form, grid] = [await as("lead.workforce"), await as("lead.workforce")];
  await form.goto(`${scorecard}/indicators/4.1/comments/2013-12`);
  await words(form).fill("Two posts were filled in the same week.");
  await grid.goto("/returns/2014-01");
  const cell = grid.getByRole("textbox", { name: "4.1, January 2014" });
  await cell.fill("71");
  await takeDatabaseAway();
  await cell.press("Enter");
  await expect(grid.getByRole("row").filter({ has: cell })).toContainText(saying);
  await expect(cell).toHaveValue("71");
  await form.getByRole("button", { name: "Save draft" }).click();
  await expect(form.getByText(`${saying}, so this may not have been saved.`).first()).toBeVisible();
  await expect(words(form)).toHaveValue("Two posts were filled in the same week.");

  await bringDatabaseBack();
  await cell.press("Enter");
  await expect(grid.getByRole("row").filter({ has: cell })).toContainText(/Saved \d\d:\d\d/);
  await form.getByRole("button", { name: "Save draft" }).click();
  await expect(form.getByRole("status")).toContainText("Draft saved.");
});

test("without a script the page says to reload, which sends a form again", async ({ as }) => {
  const page = await as("lead.workforce", { javaScriptEnabled: false });
  await page.goto(`${scorecard}/indicators/4.1/comments/2013-12`);
  await words(page).fill("One team asked for more time.");
  await takeDatabaseAway();
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.locator("main")).toContainText("reload this page to send it again");
  await bringDatabaseBack();
  await page.reload();
  await expect(page.getByRole("status")).toContainText("Draft saved.");
  await expect(words(page)).toHaveValue("One team asked for more time.");
});

test("nobody can sign in, and is told why", async ({ page }) => {
  await page.goto("/sign-in");
  await takeDatabaseAway();
  await page.getByLabel(/e-?mail/i).fill(emailOf("head"));
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(`${saying}, so you are not signed in.`)).toBeVisible();
  await expect(page.getByLabel(/e-?mail/i)).toHaveValue(emailOf("head"));
});
