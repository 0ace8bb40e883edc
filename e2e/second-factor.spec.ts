import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { invite, setPassword, signIn } from "#e2e/invite";

const password = "words of a first password";

/** What an app shows, in a half minute that does not end at once. */
async function codeOf(secret: string, steps = 0): Promise<string> {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 8000) await new Promise((resolve) => setTimeout(resolve, left + 500));
  return new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });
}

const problem = (page: Page) => page.getByRole("alert", { name: "There is a problem" });

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("status")).toHaveText("You are signed out.");
}

async function begin(page: Page): Promise<void> {
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Go on" }).click();
}

/** Confirms what was begun with the code of the half minute before, so that the one of now still counts. */
async function confirm(page: Page): Promise<{ secret: string; codes: string[] }> {
  const secret = ((await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("Code", { exact: true }).fill(await codeOf(secret, -1));
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page.getByRole("status").first()).toContainText("Your second factor is set up");
  return {
    secret,
    codes: await page
      .getByRole("listitem")
      .filter({ hasText: /^\d{5}(-\d{5}){4}$/ })
      .allTextContents(),
  };
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`a code of an app is asked for beside a password, or a recovery code, ${how} JavaScript`, async ({
    browser,
  }) => {
    const email = `two.factors.${how}@candour.test`;
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const good = async () => {
      if (javaScriptEnabled) await expectGoodPage(page);
    };
    await setPassword(page, invite(email, "--role", "reader", "--name", `Two Factors ${how}`), password);
    await signIn(page, email, password);
    await page.getByRole("link", { name: "Set up a second factor" }).click();
    await good();
    await page.getByLabel("Your password", { exact: true }).fill("not it");
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(problem(page)).toContainText("This is not your current password.");
    await begin(page);
    await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
    await good();
    await page.getByLabel("Code", { exact: true }).fill("12345");
    await page.getByRole("button", { name: "Set it up" }).click();
    await expect(problem(page)).toContainText("Type the six digits");

    const { secret, codes } = await confirm(page);
    expect(new Set(codes).size).toBe(10);
    await good();
    await page.getByRole("link", { name: "I have kept them" }).click();
    await expect(page.getByText("After your password you are asked for a code of your app.")).toBeVisible();
    await signOut(page);

    await signIn(page, email, password);
    await expect(page.getByRole("heading", { name: "Your code" })).toBeVisible();
    await good();
    await typeCode(page, "000000");
    await expect(problem(page)).toContainText("This is not the code that your app shows now.");
    await expect(page.getByLabel("Code", { exact: true })).toHaveValue("");
    const code = await codeOf(secret);
    await typeCode(page, `${code.slice(0, 3)} ${code.slice(3)}`);
    await expect(page).toHaveURL(/\/account$/);
    await signOut(page);

    await signIn(page, email, password);
    await page.getByRole("button", { name: "Start again" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await page.goto("/sign-in/code");
    await expect(page.getByText("A code is asked for after your password")).toBeVisible();
    await good();

    await signIn(page, email, password);
    await typeCode(page, code);
    await expect(problem(page)).toContainText("This code was used already.");
    await typeCode(page, codes[0]!);
    await expect(page).toHaveURL(/\/account$/);

    await page.goto("/account/second-factor");
    await expect(page.getByText("You have 9 recovery codes left.")).toBeVisible();
    await good();
    const renew = page.getByRole("form", { name: "New recovery codes" });
    await renew.getByLabel("Your password", { exact: true }).fill(password);
    await renew.getByLabel("Code", { exact: true }).fill(codes[1]!);
    await renew.getByRole("button").click();
    await expect(page.getByRole("status").first()).toContainText("These are your new recovery codes.");
    const newer = await page
      .getByRole("listitem")
      .filter({ hasText: /^\d{5}(-\d{5}){4}$/ })
      .allTextContents();
    expect(newer).toHaveLength(10);

    await page.goto("/account/second-factor");
    const remove = page.getByRole("form", { name: "Take the second factor away" });
    await remove.getByLabel("Your password", { exact: true }).fill(password);
    await remove.getByLabel("Code", { exact: true }).fill(codes[2]!);
    await remove.getByRole("button").click();
    await expect(problem(page)).toContainText("This is not the code");
    await remove.getByLabel("Your password", { exact: true }).fill(password);
    await remove.getByLabel("Code", { exact: true }).fill(newer[0]!);
    await remove.getByRole("button").click();
    await expect(page.getByRole("status")).toContainText("Your second factor is taken away.");
    await signOut(page);
    await signIn(page, email, password);
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  });
}

test("the performance officer resets the second factor of who lost their phone, who is told", async ({
  browser,
  as,
}) => {
  const email = "lost.phone@candour.test";
  const page = await (await browser.newContext()).newPage();
  await setPassword(page, invite(email, "--role", "reader", "--name", "Lost Phone"), password);
  await signIn(page, email, password);
  await page.getByRole("link", { name: "Set up a second factor" }).click();
  await begin(page);
  await confirm(page);

  const officer = await as("officer");
  await officer.goto("/admin/people");
  await officer.getByRole("link", { name: "Lost Phone" }).click();
  await officer.getByText("Reset the second factor").first().click();
  const form = officer.getByRole("form", { name: "Reset the second factor" });
  await form.getByLabel("Reason").fill("A phone was lost.");
  await expectGoodPage(officer);
  await form.getByRole("button").click();
  await expect(officer.getByRole("status")).toContainText(
    "The second factor of Lost Phone is reset, and they are told",
  );
  await expect(officer.getByText("Reset the second factor")).toHaveCount(0);

  await page.goto("/notices");
  await expect(page.getByText("Your second factor was reset by")).toBeVisible();
  await expectGoodPage(page);
  await signOut(page);
  await signIn(page, email, password);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();

  const auditor = await as("auditor");
  await auditor.goto("/history");
  await expect(auditor.getByText(/ reset the second factor of Lost Phone/).first()).toBeVisible();
  await expect(auditor.getByText("Lost Phone set up a second factor").first()).toBeVisible();
});
