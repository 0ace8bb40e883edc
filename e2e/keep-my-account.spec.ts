import type { Browser, Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { invite, setPassword, signIn } from "#e2e/invite";

const problemOn = (page: Page) => page.getByRole("alert", { name: "There is a problem" });

const first = "words of a first password";
const second = "words of a second password";

async function elsewhere(browser: Browser, email: string, password: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, email, password);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  return page;
}

async function expectSignedOut(page: Page) {
  await page.goto("/account");
  await expect(page).toHaveURL(/sign-in/);
}

test("an invited person sets a password once and signs in with it", async ({ page }) => {
  const email = "newcomer@candour.test";
  const link = invite(email, "--role", "team lead", "--team", "Workforce");
  await page.goto(link);
  await page.getByLabel("New password", { exact: true }).fill(first);
  await page.getByLabel("New password, once more").fill(second);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(problemOn(page)).toContainText("The two are not the same.");
  await expectGoodPage(page);
  await setPassword(page, link, first);

  expect((await page.goto(link))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "This invitation does not work any more" })).toBeVisible();
  await expectGoodPage(page);
  await signIn(page, email, first);
  await expect(page.getByText("Team lead: Workforce")).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`a person ends their other sessions and changes their password, ${how} JavaScript`, async ({ browser }) => {
    const email = `keeper.${how}@candour.test`;
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await setPassword(page, invite(email, "--role", "reader"), first);
    const other = await elsewhere(browser, email, first);
    await signIn(page, email, first);
    await expect(page.getByRole("row", { name: /This one/ })).toHaveCount(1);
    await expect(page.getByRole("region", { name: "Your live sessions" }).getByRole("row")).toHaveCount(3);
    if (javaScriptEnabled) await expectGoodPage(page);
    await page.getByRole("button", { name: "Sign me out everywhere else" }).click();
    await expect(page.getByRole("status")).toHaveText("You are signed out everywhere else.");
    await expectSignedOut(other);

    const another = await elsewhere(browser, email, first);
    const change = async (current: string, next: string) => {
      await page.getByLabel("Current password").fill(current);
      await page.getByLabel("New password", { exact: true }).fill(next);
      await page.getByLabel("New password, once more").fill(next);
      await page.getByRole("button", { name: "Change password" }).click();
    };
    await change("not this one", second);
    await expect(problemOn(page)).toContainText("This is not your current password.");
    await change(first, email.padStart(12));
    await expect(problemOn(page)).toContainText("This is your own name or e-mail address, or much like it.");
    await change(first, second);
    await expect(page.getByRole("status")).toContainText("Your password is changed.");
    await expectSignedOut(another);
    await page.goto("/account");
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
    await elsewhere(browser, email, second);
    await context.close();
  });

  test(`the officer ends a person's sessions with a reason, ${how} JavaScript`, async ({ as, browser }) => {
    const email = `ended.${how}@candour.test`;
    const page = await (await browser.newContext()).newPage();
    await setPassword(page, invite(email, "--role", "reader", "--name", `Ended ${how}`), first);
    await signIn(page, email, first);
    const officer = await as("officer", { javaScriptEnabled });
    await officer.goto("/admin/people");
    await officer.getByRole("link", { name: `Ended ${how}` }).click();
    await expect(officer.getByRole("heading", { name: `Ended ${how}` })).toBeVisible();
    if (javaScriptEnabled) await expectGoodPage(officer);
    await officer.getByLabel("Why").fill("The laptop was lost on a train.");
    await officer.getByRole("button", { name: "End all sessions" }).click();
    await expect(officer.getByRole("status")).toHaveText(`All sessions of Ended ${how} are ended.`);
    await expectSignedOut(page);
    await officer.goto("/history");
    await expect(officer.getByText("The laptop was lost on a train.").first()).toBeAttached();
  });
}

test("the people are the performance officer's to see", async ({ as }) => {
  const officer = await as("officer");
  await officer.goto("/admin/people");
  await expect(officer.getByRole("row", { name: /Workforce head of service/ })).toContainText(
    "Head of service: Workforce",
  );
  await expectGoodPage(officer);
  for (const account of ["head", "auditor", "reader"] as const) {
    const page = await as(account);
    expect((await page.goto("/admin/people"))?.status()).toBe(403);
    await expect(page.getByRole("heading", { name: "This page is not for your role" })).toBeVisible();
  }
});
