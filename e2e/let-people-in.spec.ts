import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { setPassword, signIn } from "#e2e/invite";

const password = "words of a password";
const linkOn = async (page: Page) => (await page.getByText(/^http\S+\/invitation\/\S+$/).textContent()) ?? "";
const open = async (page: Page, name: string) => {
  await page.goto("/admin/people");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
};

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  const [sam, kim] = [`Sam ${how}`, `Kim ${how}`];
  const addressOf = (name: string) => `${name.toLowerCase().replace(" ", ".")}@candour.test`;

  test(`the officer invites, grants, revokes, disables and enables, ${how} JavaScript`, async ({ as, browser }) => {
    const officer = await as("officer", { javaScriptEnabled });
    await officer.goto("/admin/people/invite");
    const block = [
      "Name\tE-mail\tRole\tTeam",
      `${sam}\t${addressOf(sam)}\tTeam lead\tWorkforce`,
      `${kim}\t${addressOf(kim)}\tKing`,
    ].join("\n");
    await officer.getByLabel("Their cells").fill(block);
    await officer.getByRole("button", { name: "Look at them first" }).click();
    await expect(officer.getByText("1 of 2 can be invited so. Nobody is invited yet.")).toBeVisible();
    await expect(officer.getByRole("row", { name: new RegExp(kim) })).toContainText('There is no role "King".');
    if (javaScriptEnabled) await expectGoodPage(officer);
    await officer.getByRole("button", { name: "Invite this person" }).click();
    await expect(officer.getByRole("status").first()).toContainText("The links are shown once");
    if (javaScriptEnabled) await expectGoodPage(officer);
    const first = await linkOn(officer);

    await open(officer, sam);
    if (javaScriptEnabled) await expectGoodPage(officer);
    await officer.getByRole("button", { name: "Invite again" }).click();
    await expect(officer.getByRole("status")).toContainText("The one before it works no longer.");
    const second = await linkOn(officer);
    const page = await (await browser.newContext()).newPage();
    expect((await page.goto(first))?.status()).toBe(404);
    await setPassword(page, second, password);
    await signIn(page, addressOf(sam), password);
    await expect(page.getByText("Team lead: Workforce")).toBeVisible();
    expect((await page.goto("/history/as-of"))?.status()).toBe(403);

    await open(officer, sam);
    await officer.getByRole("button", { name: "Grant these roles" }).click();
    await expect(officer.getByRole("alert", { name: "There is a problem" })).toContainText("Choose at least one role.");
    await officer.getByLabel("Auditor").check();
    await officer.getByRole("button", { name: "Grant these roles" }).click();
    await expect(officer.getByRole("status")).toContainText(`the next thing ${sam} does`);
    expect((await page.goto("/history/as-of"))?.status()).toBe(200);

    await officer.getByText("Revoke Auditor").click();
    const revoking = officer.getByRole("form", { name: "Revoke Auditor" });
    await revoking.getByLabel("Reason").fill("It was meant for somebody else.");
    await revoking.getByRole("button", { name: "Revoke the role" }).click();
    await expect(officer.getByRole("status")).toContainText("Revoked.");
    await expect(officer.getByRole("region", { name: "Roles held before" })).toContainText("Auditor");
    expect((await page.goto("/history/as-of"))?.status()).toBe(403);

    const granting = officer.getByRole("form", { name: "Grant roles" });
    await granting.getByLabel("Auditor").check();
    await granting.getByLabel("First day").fill("2099-01-01");
    await granting.getByLabel("Last day").fill("2098-12-31");
    await granting.getByRole("button", { name: "Grant these roles" }).click();
    await expect(officer.getByRole("alert", { name: "There is a problem" })).toContainText("The last day is the first");
    await expect(granting.getByLabel("Auditor")).toBeChecked();
    await granting.getByLabel("Last day").fill("2099-03-31");
    await granting.getByRole("button", { name: "Grant these roles" }).click();
    await expect(officer.getByRole("status")).toContainText("from its first day on");
    const toCome = "Auditor, from 1 January 2099 until 31 March 2099";
    await expect(officer.getByRole("listitem").filter({ hasText: toCome })).toBeVisible();
    expect((await page.goto("/history/as-of"))?.status()).toBe(403);
    await officer.getByText(`Withdraw ${toCome}`).click();
    const withdrawing = officer.getByRole("form", { name: /^Withdraw Auditor/ });
    await withdrawing.getByLabel("Reason").fill("They stay where they are.");
    if (javaScriptEnabled) await expectGoodPage(officer);
    await withdrawing.getByRole("button", { name: "Withdraw the role" }).click();
    await expect(officer.getByRole("status")).toContainText("does not begin");

    await officer.getByText("Revoke Team lead: Workforce").click();
    const ending = officer.getByRole("form", { name: "Revoke Team lead: Workforce" });
    await ending.getByLabel("Reason").fill("They go at the end of June.");
    await ending.getByLabel("Last day").fill("2099-06-30");
    await ending.getByRole("button", { name: "Revoke the role" }).click();
    await expect(officer.getByRole("status")).toContainText("with the end of its last day");
    await expect(
      officer.getByRole("listitem").filter({ hasText: "Workforce, until 30 June 2099, since" }),
    ).toBeVisible();
    if (javaScriptEnabled) await expectGoodPage(officer);

    await officer.getByText("Disable", { exact: true }).last().click();
    const disabling = officer.getByRole("form", { name: "Disable" });
    await disabling.getByLabel("Reason").fill("They left the council.");
    await disabling.getByRole("button", { name: "Disable this person" }).click();
    await expect(officer.getByRole("status")).toContainText(`${sam} is disabled`);
    await page.goto("/account");
    await expect(page).toHaveURL(/sign-in/);
    await officer.getByRole("button", { name: "Enable this person" }).click();
    await expect(officer.getByRole("status")).toContainText(`${sam} is enabled`);
    await signIn(page, addressOf(sam), password);
    await expect(page.getByText("Team lead: Workforce")).toBeVisible();
  });

  test(`the officer adds a team and renames it, ${how} JavaScript`, async ({ as }) => {
    const officer = await as("officer", { javaScriptEnabled });
    const [name, renamed] = [`Leaving care ${how}`, `Care leavers ${how}`];
    await officer.goto("/admin/people/teams");
    const adding = officer.getByRole("form", { name: "Add a team" });
    await adding.getByLabel("Name").fill(name);
    await adding.getByRole("button", { name: "Add the team" }).click();
    await expect(officer.getByRole("status")).toContainText("The team is added.");
    await officer.getByText(`Rename ${name}`).click();
    const renaming = officer.getByRole("form", { name: `Rename ${name}` });
    await renaming.getByLabel("What it is called").fill(renamed);
    await renaming.getByRole("button", { name: "Rename the team" }).click();
    await expect(officer.getByRole("status")).toContainText("The team is called otherwise");
    await expect(officer.getByRole("listitem").filter({ hasText: renamed }).first()).toBeVisible();
  });
}

test("somebody new is invited to a role to come, and sees nothing but from when on", async ({ as, browser }) => {
  const officer = await as("officer");
  await officer.goto("/admin/people/invite");
  const one = officer.getByRole("form", { name: "Invite one person" });
  await one.getByLabel("E-mail address").fill("robin@candour.test");
  await one.getByLabel("Reader").check();
  await one.getByLabel("First day").fill("2099-01-01");
  await one.getByRole("button", { name: "Look at it first" }).click();
  await expect(officer.getByRole("row", { name: /robin@candour/ })).toContainText("reader, from 1 January 2099");
  await officer.getByRole("button", { name: "Invite this person" }).click();
  await expect(officer.getByRole("status").first()).toContainText("The links are shown once");
  const page = await (await browser.newContext()).newPage();
  await setPassword(page, await linkOn(officer), password);
  await signIn(page, "robin@candour.test", password);
  await expect(page.getByText("Reader (from 1 January 2099)")).toBeVisible();
  await expect(page.getByRole("link", { name: "Files that you had made" })).toHaveCount(0);
  await page.goto("/");
  await expect(page.getByRole("main")).toHaveText("HomeYou hold no role todayReader begins on 1 January 2099.");
  await expect(page.getByRole("banner").getByRole("link", { name: "Scorecards" })).toHaveCount(0);
  await expectGoodPage(page);
  for (const [path, status] of [
    ["/notices", 200],
    ["/scorecards", 403],
  ] as const)
    expect((await page.request.get(path)).status(), path).toBe(status);
  await officer.goto("/admin/people");
  await expect(officer.getByRole("row", { name: /robin@candour/ })).toContainText("Reader (from 1 January 2099)");
});

test("what was typed and ticked about people and not sent is there again", async ({ as }) => {
  const officer = await as("officer");
  await officer.goto("/admin/people/invite");
  const one = officer.getByRole("form", { name: "Invite one person" });
  await one.getByLabel("E-mail address").fill("alex@candour.test");
  await one.getByLabel("Auditor").check();
  await open(officer, "Reader");
  await officer.getByLabel("Auditor").check();
  await officer.goto("/admin/people/invite");
  await expect(one.getByText("It is put back below.")).toBeVisible();
  await expect(one.getByLabel("E-mail address")).toHaveValue("alex@candour.test");
  await expect(one.getByLabel("Auditor")).toBeChecked();
  await one.getByRole("button", { name: "Throw it away" }).click();
  await expect(one.getByLabel("Auditor")).not.toBeChecked();
  await open(officer, "Reader");
  const grant = officer.getByRole("form", { name: "Grant roles" });
  await expect(grant.getByLabel("Auditor")).toBeChecked();
  await grant.getByRole("button", { name: "Throw it away" }).click();
  await expect(grant.getByLabel("Auditor")).not.toBeChecked();
});

test("who leaves is shown with what they leave, and their teams are handed over in one act", async ({ as }) => {
  const officer = await as("officer");
  await open(officer, "Participation team lead");
  const leaving = officer.getByRole("region", { name: "If they leave" });
  await expect(leaving).toContainText("Nobody else is team lead of Participation");
  await leaving.getByText("Hand their teams over").first().click();
  const form = officer.getByRole("form", { name: "Hand their teams over" });
  await form.getByLabel("Why").fill("They left the council.");
  await expectGoodPage(officer);
  await form.getByLabel("To whom").evaluate((field) => field.removeAttribute("required"));
  await form.getByRole("button", { name: "Hand over" }).click();
  await expect(officer.getByRole("alert", { name: "There is a problem" })).toContainText("Choose who takes over.");
  await expect(form.getByLabel("Why")).toHaveValue("They left the council.");
});
