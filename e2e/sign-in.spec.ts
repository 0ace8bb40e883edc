import type { Page } from "@playwright/test";
import { emailOf, password } from "#e2e/accounts";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const problemOn = (page: Page) => page.getByRole("alert", { name: "There is a problem" });

async function signIn(page: Page, email: string, typed = password) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(typed);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("leads to where a person was going, and home when they come again", async ({ page }) => {
  await page.goto("/account?from=a-link");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Faccount%3Ffrom%3Da-link/);
  await signIn(page, emailOf("reader"));
  await expect(page).toHaveURL(/\/account\?from=a-link$/);
  await page.goto("/sign-in");
  await expect(page).toHaveURL(/\/$/);
});

test("has an address that names no error where nothing is wrong, and the demonstration's accounts at a click", async ({
  page,
}) => {
  await page.goto("/sign-in");
  expect(new URL(page.url()).search).toBe("");
  await expectGoodPage(page);
  await page.getByRole("button", { name: "Performance officer" }).click();
  await expect(page.getByRole("heading", { name: "What is waiting for you" })).toBeVisible();
  await page.goto("/scorecards/childrens-services-improvement-scorecard/themes/quality-of-practice");
  await expect(page).toHaveTitle("Quality of Practice, Children's services improvement scorecard · Candour");
});

test("leads nowhere but to Candour", async ({ page }) => {
  await page.goto("/sign-in?callbackUrl=https://example.com/phish");
  await signIn(page, emailOf("reader"));
  await expect(page).toHaveURL(new URL("/", page.url()).href);
});

test("refuses a wrong password without telling whether there is such a person", async ({ page }) => {
  const said: (string | null)[] = [];
  for (const email of [emailOf("auditor"), "nobody@candour.test"]) {
    await page.goto("/sign-in?callbackUrl=/history");
    await signIn(page, email, "not the password");
    await expect(problemOn(page)).toBeFocused();
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    await expect(page.getByLabel("Password")).toHaveValue("");
    said.push(await problemOn(page).textContent());
    expect(page.url()).not.toContain("nobody");
  }
  expect(said[0]).toBe(said[1]);
  await expectGoodPage(page);
  await signIn(page, emailOf("auditor"));
  await expect(page).toHaveURL(/\/history$/);
});

test("says when to try again after too many wrong passwords", async ({ page }) => {
  await page.goto("/sign-in");
  for (let n = 0; n <= 10; n++) {
    await signIn(page, "guessed@candour.test", `guess ${n}`);
    await expect(problemOn(page)).toBeVisible();
  }
  await expect(problemOn(page)).toContainText(/There were too many tries\. Try again in 1[45] minutes\./);
});

for (const javaScriptEnabled of [true, false]) {
  test(`signs in and out ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto("/account");
    await signIn(page, emailOf("reader"), "wrong");
    await expect(page.getByText("The e-mail address or the password is not right.")).toBeVisible();
    await signIn(page, emailOf("reader"));
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
    await expect(
      page.getByText(/^Since you last signed in, on .*, \d+ sign-ins? to your account w(as|ere) refused\./),
    ).toBeVisible();
    await expect(
      page
        .getByRole("heading", { name: "Sign-ins that were refused" })
        .locator("xpath=following-sibling::ul[1]/li")
        .first(),
    ).toContainText("with Chrome on Linux");
    const cookies = await context.cookies();
    const remembered = cookies.find(({ name }) => name.endsWith("-browser"));
    expect(remembered).toMatchObject({ httpOnly: true, sameSite: "Lax" });
    expect((remembered?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(89 * 24 * 60 * 60);
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("status")).toHaveText("You are signed out.");
    if (javaScriptEnabled) await expectGoodPage(page);

    await context.addCookies(cookies);
    await page.goto("/account");
    await expect(page).toHaveURL(/sign-in/);
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test("needs cookies, and says so instead of going round in circles", async ({ playwright, baseURL }) => {
  const visitor = await playwright.request.newContext({ baseURL });
  const answer = await visitor.get("/sign-in?error=COOKIES");
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("Your browser keeps no cookies for Candour");
  await visitor.dispose();
});

test("refuses what other sites send, and carries the security headers everywhere", async ({ playwright, baseURL }) => {
  const visitor = await playwright.request.newContext({ baseURL });
  for (const origin of ["null", "https://example.com"]) {
    for (const path of ["/api/auth/callback/credentials", "/account", "/api/imports"]) {
      expect((await visitor.post(path, { headers: { origin }, form: { email: "x" } })).status(), path).toBe(403);
    }
  }
  const page = await visitor.get("/sign-in");
  expect(page.headers()["content-security-policy"]).toMatch(/script-src 'self' 'nonce-\w+' 'strict-dynamic';/);
  const nonce = /'nonce-(\w+)'/.exec(page.headers()["content-security-policy"] ?? "")?.[1];
  const scripts = [...(await page.text()).matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  const asset = /\/_next\/static\/[^"]+\.css/.exec(await page.text())?.[0] ?? "";
  for (const path of ["/sign-in", "/nowhere", "/icon.svg", "/api/auth/csrf", asset]) {
    expect((await visitor.get(path)).headers()["x-content-type-options"], path).toBe("nosniff");
  }
  await visitor.dispose();
});
