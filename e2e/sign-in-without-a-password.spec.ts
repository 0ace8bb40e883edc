import type { Server } from "node:http";
import type { Browser, Page } from "@playwright/test";
import { emailOf, password } from "#e2e/accounts";
import { type Copy, emptyDatabase, startCopy, startProxy } from "#e2e/copies";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { signIn } from "#e2e/invite";
import { paths } from "#lib/paths";
import { startIssuer } from "#lib/testing/openid/start-issuer";
import { makeDemonstration } from "#scripts/demonstration";

test.describe.configure({ mode: "serial" });

const button = "Sign in with your council account";
let copy: Copy;
let proxy: { url: string; server: Server };
let issuer: Awaited<ReturnType<typeof startIssuer>>;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const urls = await emptyDatabase("accounts");
  proxy = await startProxy(() => [copy]);
  const client = { clientId: "candour", clientSecret: "a secret of the client" };
  issuer = await startIssuer({ ...client, redirectUri: proxy.url + paths.openIdCallback() });
  copy = await startCopy(urls, {
    CANDOUR_URL: proxy.url,
    CANDOUR_TRUST_PROXY: "1",
    CANDOUR_OPENID_ISSUER: issuer.issuer,
    CANDOUR_OPENID_CLIENT_ID: client.clientId,
    CANDOUR_OPENID_CLIENT_SECRET: client.clientSecret,
    CANDOUR_OPENID_BUTTON: button,
    CANDOUR_WORKER: "off",
    LOG_LEVEL: "silent",
  });
  await makeDemonstration(urls);
});
test.afterAll(async () => {
  await copy.stop("SIGTERM");
  await issuer.close();
  proxy.server.closeAllConnections();
  proxy.server.close();
});

const open = async (browser: Browser, javaScriptEnabled = true) =>
  (await browser.newContext({ baseURL: proxy.url, javaScriptEnabled })).newPage();

/** At the issuer, as whom it knows by this subject. */
async function be(page: Page, subject: string) {
  await expect(page.getByRole("heading", { name: "Council accounts" })).toBeVisible();
  await page.getByLabel("Account").fill(subject);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function invited(browser: Browser, email: string): Promise<string> {
  const officer = await open(browser);
  await signIn(officer, emailOf("officer"), password);
  await expect(officer.getByRole("heading", { name: "Your account" })).toBeVisible();
  await officer.goto(paths.invitePeople());
  await officer.getByLabel("Their cells").fill(`Rowan Ash\t${email}\tReader`);
  await officer.getByRole("button", { name: "Look at them first" }).click();
  await officer.getByRole("button", { name: "Invite this person" }).click();
  const link = await officer.getByText(/^http\S+\/invitation\/\S+$/).textContent();
  await officer.context().close();
  return link!;
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`an invited person accepts with their council's account, and is refused with another, ${how} JavaScript`, async ({
    browser,
  }) => {
    const page = await open(browser, javaScriptEnabled);
    const link = await invited(browser, `rowan.${how}@council.example`);
    await page.goto(link);
    if (javaScriptEnabled) await expectGoodPage(page);
    await page.getByRole("link", { name: button }).click();
    await be(page, `rowan-${how}`);
    await expect(page).toHaveURL(`${proxy.url}/`);
    await page.goto(paths.account());
    await expect(page.getByText("You have no password, so it stays.")).toBeVisible();
    await expect(page.getByRole("form", { name: "Change your password" })).toHaveCount(0);
    if (javaScriptEnabled) await expectGoodPage(page);
    await page.getByRole("button", { name: "Sign out" }).click();

    const again = await open(browser, javaScriptEnabled);
    await again.goto("/notices");
    if (javaScriptEnabled) await expectGoodPage(again);
    await again.getByRole("link", { name: button }).click();
    await be(again, `rowan-${how}`);
    await expect(again).toHaveURL(`${proxy.url}/notices`);

    const stranger = await open(browser, javaScriptEnabled);
    await stranger.goto("/sign-in");
    await stranger.getByRole("link", { name: button }).click();
    await be(stranger, `stranger-${how}`);
    const problem = stranger.getByRole("alert", { name: "There is a problem" });
    await expect(problem).toContainText("Nobody in Candour signs in with this account yet.");
    if (javaScriptEnabled) await expectGoodPage(stranger);
    await signIn(stranger, emailOf("reader"), password);
    await expect(stranger.getByRole("heading", { name: "Your account" })).toBeVisible();
  });

  test(`somebody with a password adds their council's account and takes it away, ${how} JavaScript`, async ({
    browser,
  }) => {
    const page = await open(browser, javaScriptEnabled);
    await signIn(page, emailOf("lead.workforce"), password);
    await page.getByRole("link", { name: button }).click();
    await be(page, `lead-${how}`);
    await expect(page.getByText(`lead-${how}@council.example`)).toBeVisible();
    if (javaScriptEnabled) await expectGoodPage(page);
    const adding = page.getByRole("form", { name: "Add an account to sign in with" });
    await adding.getByLabel("Your Candour password").fill("not it");
    await adding.getByRole("button", { name: "Sign in with it from now on" }).click();
    await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("not your current password");
    await adding.getByLabel("Your Candour password").fill(password);
    await adding.getByRole("button", { name: "Sign in with it from now on" }).click();
    await expect(page.getByRole("status")).toContainText(
      "From now on you sign in with your organisation’s account too.",
    );
    if (javaScriptEnabled) await expectGoodPage(page);

    const elsewhere = await open(browser, javaScriptEnabled);
    await elsewhere.goto("/sign-in?callbackUrl=/account");
    await elsewhere.getByRole("link", { name: button }).click();
    await be(elsewhere, `lead-${how}`);
    await expect(elsewhere.getByText("Team lead: Workforce")).toBeVisible();

    await page.getByRole("button", { name: "Take this account away" }).click();
    await expect(page.getByRole("status")).toContainText("Your account is taken away.");
    await elsewhere.goto("/account");
    await expect(elsewhere).toHaveURL(/sign-in/);
  });
}

async function ruleIs(officer: Page, { group, becomes }: { group: string; becomes: string }) {
  await officer.goto(paths.signInRules());
  const form = officer.getByRole("form", { name: "Make a rule" });
  await form.getByLabel("Domain of their e-mail address").fill("@Council.example");
  await form.getByLabel("Only in this group (optional)").fill(group);
  await form.getByLabel("They become").selectOption({ label: becomes });
  await form.getByRole("button", { name: "Make the rule" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`whom a rule is for comes without an invitation, until it is ended, ${how} JavaScript`, async ({ browser }) => {
    const officer = await open(browser, javaScriptEnabled);
    await signIn(officer, emailOf("officer"), password);
    await expect(officer.getByRole("heading", { name: "Your account" })).toBeVisible();
    await officer.goto(paths.signInRules());
    await expect(officer.getByText("There is no rule", { exact: true })).toBeVisible();
    if (javaScriptEnabled) await expectGoodPage(officer);
    const form = officer.getByRole("form", { name: "Make a rule" });
    await form.getByLabel("Domain of their e-mail address").fill("*.example");
    await form.getByLabel("They become").selectOption({ label: "reader" });
    await form.getByRole("button", { name: "Make the rule" }).click();
    await expect(officer.getByRole("alert", { name: "There is a problem" })).toContainText(
      "Give the domain as it stands",
    );
    await expect(form.getByLabel("Domain of their e-mail address")).toHaveValue("*.example");
    if (javaScriptEnabled) await expectGoodPage(officer);
    await ruleIs(officer, { group: "", becomes: "reader" });
    await expect(officer.getByRole("status")).toContainText("The rule is made.");
    await ruleIs(officer, { group: "Social care", becomes: "team lead of Workforce" });
    await expect(
      officer.getByRole("listitem").filter({ hasText: "@council.example, group Social care" }).first(),
    ).toContainText("becomes team lead of Workforce");
    const trying = officer.getByRole("form", { name: "Try an address" });
    await trying.getByLabel("E-mail address").fill("Anybody@council.example");
    await trying.getByRole("button", { name: "Say what they become" }).click();
    await expect(trying.getByRole("listitem").last()).toHaveText(
      "team lead of Workforce, in the group Social care alone",
    );
    if (javaScriptEnabled) await expectGoodPage(officer);

    const page = await open(browser, javaScriptEnabled);
    await page.goto("/sign-in?callbackUrl=/account");
    await page.getByRole("link", { name: button }).click();
    await be(page, `carer-${how}`);
    await expect(page.getByText("Team lead: Workforce")).toBeVisible();
    await officer.goto(paths.notices());
    const told = officer.getByRole("link", { name: `Account carer-${how} signed in for the first time` });
    await told.click();
    await expect(officer.getByText("by the rule for @council.example, group Social care")).toBeVisible();
    if (javaScriptEnabled) await expectGoodPage(officer);

    await officer.goto(paths.signInRules());
    await expect(officer.getByText("1 came by it")).toHaveCount(javaScriptEnabled ? 2 : 4);
    for (const left of [1, 0]) {
      await officer
        .getByRole("button", { name: /^End it for/ })
        .first()
        .click();
      await expect(officer.getByRole("status")).toContainText("The rule is ended");
      await expect(officer.getByRole("button", { name: /^End it for/ })).toHaveCount(left);
    }
    if (javaScriptEnabled) await expectGoodPage(officer);
    const late = await open(browser, javaScriptEnabled);
    await late.goto("/sign-in");
    await late.getByRole("link", { name: button }).click();
    await be(late, `carer-late-${how}`);
    await expect(late.getByRole("alert", { name: "There is a problem" })).toContainText("Nobody in Candour signs in");
    await page.goto("/account");
    await expect(page.getByText("Team lead: Workforce")).toBeVisible();
  });
}

test("without an issuer nothing of it is shown, and its addresses are not there", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("link", { name: /account/ })).toHaveCount(0);
  for (const path of [paths.beginOpenId(), `${paths.openIdCallback()}?code=a&state=b`]) {
    expect((await page.request.get(path, { maxRedirects: 0 })).status()).toBe(404);
  }
});
