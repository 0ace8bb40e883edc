import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { installation } from "#e2e/installation";
import { invite, setPassword, signIn } from "#e2e/invite";
import { linkIn, startMailServer } from "#lib/testing/mail-server";

const [first, second] = ["words of a first password", "words of a second password"];

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`who no longer knows their password sets another by a mailed link, ${how} JavaScript`, async ({
    browser,
    as,
  }) => {
    const email = `forgetful.${how}@candour.test`;
    const server = await startMailServer(installation.mailPort);
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const mails = () => server.received.filter(({ to }) => to.includes(email));
    try {
      await setPassword(page, invite(email, "--role", "reader", "--name", `Forgetful ${how}`), first);
      const elsewhere = await (await browser.newContext()).newPage();
      await signIn(elsewhere, email, first);
      await expect(elsewhere.getByRole("heading", { name: "Your account" })).toBeVisible();

      await page.goto("/sign-in");
      await page.getByRole("link", { name: "I no longer know my password" }).click();
      for (const address of ["nobody.at.all@candour.test", email]) {
        await page.goto("/new-password");
        await page.getByLabel("E-mail address").fill(address);
        await page.getByRole("button", { name: "Send me a link" }).click();
        await expect(page.getByRole("status")).toContainText("If somebody signs in with this address");
      }
      if (javaScriptEnabled) await expectGoodPage(page);

      await expect.poll(() => mails().length, { timeout: 60_000 }).toBe(1);
      const link = linkIn(mails()[0]!);
      await page.goto(link);
      await expect(page.getByText(email)).toBeVisible();
      if (javaScriptEnabled) await expectGoodPage(page);
      await page.getByLabel("New password", { exact: true }).fill(email);
      await page.getByLabel("New password, once more").fill(email);
      await page.getByRole("button", { name: "Set password" }).click();
      await expect(page.getByRole("alert", { name: "There is a problem" })).toBeVisible();
      await setPassword(page, link, second);

      await page.goto(link);
      await expect(page.getByText("This link was used already. It works once.")).toBeVisible();
      if (javaScriptEnabled) await expectGoodPage(page);
      await elsewhere.goto("/account");
      await expect(elsewhere).toHaveURL(/sign-in/);
      await signIn(page, email, second);
      await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
      await page.goto("/notices");
      await expect(page.getByText("A new password of yours was set by a link")).toBeVisible();
      await expect.poll(() => mails().length, { timeout: 60_000 }).toBe(2);
      expect(mails()[1]!.words).toContain("you were signed out everywhere");

      const auditor = await as("auditor");
      await auditor.goto("/history");
      await expect(
        auditor.getByText(`Forgetful ${how} set a new password by the link that was sent to their address`).first(),
      ).toBeVisible();
    } finally {
      await server.stop();
    }
  });
}

test("an invited person is sent their link, and the officer sees that it was", async ({ as }) => {
  const email = "mailed.newcomer@candour.test";
  const officer = await as("officer");
  const server = await startMailServer(installation.mailPort);
  try {
    await officer.goto("/admin/people/invite");
    await officer.getByLabel("E-mail address").fill(email);
    await officer.getByRole("checkbox", { name: "Reader" }).check();
    await officer.getByRole("button", { name: "Look at it first" }).click();
    await officer.getByRole("button", { name: /^Invite/ }).click();
    await expect(officer.getByRole("status").first()).toContainText("The links are shown once, and sent by mail");
    await expectGoodPage(officer);
    const mails = () => server.received.filter(({ to }) => to.includes(email));
    await expect.poll(() => mails().length, { timeout: 60_000 }).toBe(1);
    await officer.getByRole("link", { name: "See whether it was sent" }).click();
    await expect(officer.getByRole("heading", { name: "Mailed Newcomer", level: 1 })).toBeVisible();
    await expect(async () => {
      await officer.reload();
      await expect(officer.getByText("It was sent to them by mail on")).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expectGoodPage(officer);
    await officer.goto(linkIn(mails()[0]!));
    await expect(officer.getByRole("heading", { name: "Set your password" })).toBeVisible();
  } finally {
    await server.stop();
  }
});
