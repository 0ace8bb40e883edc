import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { invite, setPassword, signIn } from "#e2e/invite";

const password = "words of a first password";
const problem = (page: Page) => page.getByRole("alert", { name: "There is a problem" });

/** What the officer says of one role, which nobody of the demonstration’s needs to go on afterwards. */
async function say(officer: Page, role: string, isNeeded: boolean): Promise<void> {
  await officer.goto("/admin/settings");
  const form = officer.getByRole("form", { name: "Second factors" });
  await form.getByLabel(role, { exact: true }).setChecked(isNeeded);
  await form.getByRole("button", { name: "Save who needs one" }).click();
}

/** Sets up what was led to, with the code of the half minute before. */
async function setUp(page: Page): Promise<void> {
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Go on" }).click();
  const secret = ((await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "").replaceAll(" ", "");
  await page
    .getByLabel("Code", { exact: true })
    .fill(new TOTP({ secret }).generate({ timestamp: Date.now() - 25_000 }));
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page.getByRole("status").first()).toContainText("Your second factor is set up");
}

test.afterEach(async ({ as }) => {
  const officer = await as("officer");
  await say(officer, "Auditor", false);
  await expect(officer.getByRole("status")).toContainText("Who has to have a second factor is set");
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`who holds a role that needs a second factor is led to set one up, and goes on, ${how} JavaScript`, async ({
    browser,
    as,
  }) => {
    const email = `needs.factor.${how}@candour.test`;
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const good = async (of = page) => {
      if (javaScriptEnabled) await expectGoodPage(of);
    };
    await setPassword(page, invite(email, "--role", "auditor", "--name", `Needs Factor ${how}`), password);
    await signIn(page, email, password);
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();

    const officer = await as("officer", { javaScriptEnabled });
    await say(officer, "Performance officer", true);
    await expect(problem(officer)).toContainText("Your own role would need a second factor, and you have none");
    await officer.goto("/admin/settings");
    const discard = officer
      .getByRole("form", { name: "Second factors" })
      .getByRole("button", { name: "Throw it away" });
    if (await discard.isVisible()) await discard.click();
    await expect(officer.getByText(/^Leads .+ to set one up: .*Needs Factor/).first()).toBeVisible();
    await good(officer);
    await say(officer, "Auditor", true);
    await expect(officer.getByRole("status")).toContainText("Who has to have a second factor is set");
    await officer.goto("/admin/people");
    const row = officer.getByRole("row", { name: new RegExp(`Needs Factor ${how} `) });
    await expect(row).toContainText("Still to set up");

    // What was open already is refused in words, and keeps nothing from being sent again.
    await page.getByLabel("Current password").fill(password);
    await page.getByLabel("New password", { exact: true }).fill("words of a second password");
    await page.getByLabel("New password, once more").fill("words of a second password");
    await page.getByRole("button", { name: "Change password" }).click();
    if (javaScriptEnabled) await expect(problem(page)).toContainText("Your role needs a second factor first.");
    else await expect(page).toHaveURL(/\/account\/second-factor\?returnTo=/);

    for (const path of ["/", "/scorecards", "/history", "/account", "/notices", "/files", "/history/export.csv"]) {
      const answer = await page.request.get(path, { maxRedirects: 0 });
      expect(answer.status(), path).toBe(307);
      expect(answer.headers().location, path).toBe(`/account/second-factor?returnTo=${encodeURIComponent(path)}`);
    }
    const file = { name: "a.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("a") };
    for (const answer of [
      await page.request.get("/api/history/1"),
      await page.request.post("/api/imports", { multipart: { file }, headers: { origin: new URL(page.url()).origin } }),
    ]) {
      expect(answer.status(), answer.url()).toBe(403);
      expect(await answer.text()).toContain("Your role needs a second factor first.");
    }

    await page.goto("/history?verb=role.grant");
    await expect(page.getByRole("heading", { name: "Second factor" })).toBeVisible();
    await expect(page.getByText("wants a second factor of its auditors.")).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(0);
    await good();
    await setUp(page);
    await page.getByRole("link", { name: "I have kept them" }).click();
    await expect(page).toHaveURL(/\/history\?verb=role\.grant$/);
    await page.goto("/account/second-factor");
    await expect(page.getByText("So it stays. For another phone, ask another performance officer")).toBeVisible();
    await expect(page.getByRole("form", { name: "Take the second factor away" })).toHaveCount(0);
    await good();
    await officer.goto("/admin/people");
    await expect(row).toContainText("set up");
    await expect(row).not.toContainText("Still");

    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("status")).toHaveText("You are signed out.");
    await signIn(page, email, password);
    await expect(page.getByText(`For ${email}.`)).toBeVisible();
    await good();
    await page.getByRole("button", { name: "Not you? Start again" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
}

test("who signs in anew is led before anything else, and may sign out instead", async ({ browser, as }) => {
  const email = "needs.factor.anew@candour.test";
  const page = await (await browser.newContext()).newPage();
  await setPassword(page, invite(email, "--role", "auditor", "--name", "Needs Factor anew"), password);
  await say(await as("officer"), "Auditor", true);
  await signIn(page, email, password);
  await expect(page).toHaveURL(/\/account\/second-factor\?returnTo=%2Faccount$/);
  await expect(page.getByText("nothing else is open to you here, but signing out")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("status")).toHaveText("You are signed out.");
});
