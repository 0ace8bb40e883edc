import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { invite, setPassword, signIn } from "#e2e/invite";

const name = "The scorecard of returns";
const team = "Team of returns";
const theReturn = "/returns/2014-02/the-scorecard-of-returns/team-of-returns";
const seed = readFileSync("db/first-scorecard/scorecard.txt", "utf8");
const alert = (page: Page) => page.getByRole("alert", { name: "There is a problem" });
const figure = (page: Page, ref: string, month = "February 2014") =>
  page.getByRole("textbox", { name: `${ref}, ${month}` });
const reopen = (page: Page) => page.getByRole("form", { name: "Reopen the return", exact: true });

/** By the clock on the wall in London, as a field for a moment takes it. */
const inLondon = (seconds: number) =>
  new Date(Date.now() + seconds * 1000).toLocaleString("sv-SE", { timeZone: "Europe/London" }).replace(" ", "T");

/** A scorecard of its own, one section of which a team of its own answers for, so that no other task meets its returns. */
test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page, "officer@candour.test", "candour-demo");
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/admin/imports");
  const buffer = Buffer.from(seed.replace("Average Caseload", "Average caseload by return"));
  await page.getByLabel("Scorecard to read").setInputFiles({ name: "returns.txt", mimeType: "text/plain", buffer });
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.getByLabel("Name of the scorecard").fill(name);
  await page.getByLabel("Team of section 1").fill(team);
  await page.getByLabel("I have compared the reading with the source").check();
  await page.getByRole("button", { name: "Commit the import" }).click();
  await expect(page).toHaveURL(/said=committed/);
  for (const month of ["2014-02", "2014-03"]) {
    await page.goto(`/months/the-scorecard-of-returns/${month}`);
    await page.getByRole("button", { name: /^Open / }).click();
    await expect(page.getByRole("status")).toContainText("is open.");
  }
  await page.close();
});

async function newPerson(browser: Browser, role: "team lead" | "head of service", javaScriptEnabled = true) {
  const email = `${role.replaceAll(" ", ".")}.returns@candour.test`;
  const page = await (await browser.newContext()).newPage();
  await setPassword(page, invite(email, "--role", role, "--team", team, "--new-link"), "words of a password");
  await signIn(page, email, "words of a password");
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  if (javaScriptEnabled) return page;
  const storageState = await page.context().storageState();
  return (await browser.newContext({ storageState, javaScriptEnabled })).newPage();
}

test("a lead mends what stops a return and submits it, and a head reopens it until a moment", async ({
  as,
  browser,
}) => {
  test.slow();
  const [lead, head] = [await newPerson(browser, "team lead"), await newPerson(browser, "head of service")];
  await lead.goto("/returns/2014-02");
  await lead.getByRole("link", { name: `Check and submit the ${team} return` }).click();
  await expect(lead).toHaveURL(theReturn);
  await expect(lead.getByRole("heading", { name: "What stops it from being submitted (2)" })).toBeVisible();
  await expect(lead.getByRole("button", { name: "Submit the return" })).toHaveCount(0);
  await expectGoodPage(lead);

  // Each leads to its place.
  await lead.getByRole("link", { name: "The figure of 1.1" }).click();
  await figure(lead, "1.1").fill("28");
  await lead.keyboard.press("Enter");
  await figure(lead, "1.2").fill("x");
  await lead.keyboard.press("Enter");
  await expect(lead.getByRole("row", { name: /^1\.2/ })).toContainText(/Saved \d\d:\d\d/);
  await lead.goto(theReturn);
  await expect(lead.getByText(/no comment was written, and one is required: the grade is Adequate/)).toBeVisible();
  await lead.getByRole("link", { name: "The comment on 1.1" }).click();
  await lead.getByRole("textbox", { name: "Comment" }).fill("Two referrals came back.");
  await lead.getByRole("button", { name: "Save draft" }).click();
  await expect(lead.getByRole("status")).toBeVisible();
  await lead.goto(theReturn);
  await expect(lead.getByText(/^Submitting it submits its draft on 1\.1\./)).toBeVisible();
  await lead.getByRole("button", { name: "Submit the return" }).click();
  await expect(lead.getByRole("status")).toHaveText("The return is submitted. Its figures and comments are locked.");
  await expectGoodPage(lead);
  await lead.goto("/returns/2014-02");
  await expect(figure(lead, "1.1")).toHaveCount(0);
  await expect(
    lead.getByText(/^The Team of returns return for February 2014 was submitted by .+, so it is locked/).first(),
  ).toBeVisible();
  await expectGoodPage(lead);

  await lead.goto(theReturn);
  await lead.getByText("Ask for it to be reopened").click();
  await lead.getByLabel("Why it is to be reopened").fill("1.1 is 29.");
  await lead.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(lead.getByRole("status")).toContainText("You asked for the return to be reopened.");
  await expect(lead.getByRole("button", { name: "Take the request back" })).toBeVisible();
  await expectGoodPage(lead);

  await head.goto("/");
  await expect(head.getByText("1 return is asked to be reopened.")).toBeVisible();
  await head.getByRole("link", { name: "Reopenings of returns" }).click();
  await expect(head.getByRole("region", { name: "Reopenings" })).toContainText("1.1 is 29.");
  await expectGoodPage(head);
  await head.getByRole("link", { name: `${team}, February 2014` }).click();
  await head.getByText("Do not reopen it").click();
  await expectGoodPage(head);
  await head.getByLabel("Open until").fill("2014-01-01T12:00");
  await reopen(head).getByRole("button", { name: "Reopen the return" }).click();
  await expect(alert(head)).toContainText("That moment has passed already.");
  await expect(head.getByLabel("Open until")).toHaveValue("2014-01-01T12:00");
  // To the second, which the field itself would not let through.
  await reopen(head).evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await head.getByLabel("Open until").fill(inLondon(25));
  await reopen(head).getByRole("button", { name: "Reopen the return" }).click();
  await expect(head.getByRole("status")).toHaveText("The return is reopened. It is locked again by itself.");

  // It expires while the lead types.
  await lead.goto("/returns/2014-02");
  await figure(lead, "1.2").fill("14");
  const comment = "/scorecards/the-scorecard-of-returns/indicators/1.1/comments/2014-02";
  const typing = await lead.context().newPage();
  await typing.goto(comment);
  await typing.getByText(/^Change the words/).click();
  await typing.getByRole("textbox", { name: "Comment" }).fill("Two referrals came back, and one was closed.");
  await typing.close();
  await expect(async () => {
    await head.reload();
    await expect(head.getByText("Was reopened")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await lead.keyboard.press("Enter");
  await expect(lead.getByRole("row", { name: /^1\.2/ })).toContainText(
    "and is locked again since. Ask for it to be reopened.",
  );
  await expect(figure(lead, "1.2")).toHaveValue("14");

  // What was typed is not hidden by the lock: it can be copied, or thrown away for good.
  const later = await lead.context().newPage();
  for (const [path, lost] of [
    ["/returns/2014-02", "14"],
    [comment, "Two referrals came back, and one was closed."],
  ] as const) {
    await later.goto(path);
    const note = later.getByText(
      /^You typed this on .+ and did not save it\. It cannot be saved now\. The .+ is locked again since\./,
    );
    await expect(note).toBeVisible();
    await expect(later.getByRole("blockquote").filter({ hasText: lost })).toBeVisible();
    await expectGoodPage(later);
    await later.getByRole("button", { name: "Throw it away" }).click();
    await expect(later.getByRole("status").filter({ hasText: "Thrown away." })).toBeFocused();
    await later.reload();
    await expect(later.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(later.getByText(/^You typed this on/)).toHaveCount(0);
  }

  const officer = await as("officer");
  await officer.goto("/months/the-scorecard-of-returns/2014-03");
  await officer.getByRole("link", { name: team, exact: true }).click();
  await expect(officer).toHaveURL(theReturn.replace("02", "03"));
  await expect(officer.getByRole("heading", { name: "What stops it from being submitted (2)" })).toBeVisible();
  await officer.goto("/months/the-scorecard-of-returns/2014-02");
  await expect(officer.getByRole("link", { name: team, exact: true })).toHaveCount(0);
  await officer.goto("/history?verb=return.submit");
  await expect(officer.getByText(`submitted the ${team} return for February 2014, ${name}`)).toBeVisible();
});

test("all of it works without JavaScript", async ({ browser }) => {
  test.slow();
  const lead = await newPerson(browser, "team lead", false);
  const head = await newPerson(browser, "head of service", false);
  await lead.goto("/returns/2014-03");
  await figure(lead, "1.1", "March 2014").fill("x");
  await figure(lead, "1.2", "March 2014").fill("x");
  await lead.getByRole("button", { name: "Save all figures" }).click();
  await expect(lead.getByText("Saved: 2 rows.")).toBeVisible();
  await lead.getByRole("link", { name: `Check and submit the ${team} return` }).click();
  await lead.getByRole("button", { name: "Submit the return" }).click();
  await expect(lead.getByRole("status")).toContainText("The return is submitted.");
  await lead.getByText("Ask for it to be reopened").click();
  await lead.getByLabel("Why it is to be reopened").fill("1.1 is 29.");
  await lead.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(lead.getByRole("status")).toContainText("You asked for the return to be reopened.");

  // Taken back, asked anew, refused with a reason that the lead sees, and asked once more.
  const ask = async (reason: string) => {
    await lead.getByText("Ask for it to be reopened").click();
    await lead.getByLabel("Why it is to be reopened").fill(reason);
    await lead.getByRole("button", { name: "Ask", exact: true }).click();
  };
  await lead.getByRole("button", { name: "Take the request back" }).click();
  await expect(lead.getByRole("status")).toHaveText("The request to reopen the return is taken back. It stays locked.");
  await ask("1.2 is 14.");
  await head.goto(theReturn.replace("02", "03"));
  await head.getByText("Do not reopen it").click();
  await head.getByLabel("Why it is not reopened").fill("The board has its papers.");
  await head.getByRole("button", { name: "Refuse to reopen it" }).click();
  await expect(head.getByRole("status")).toContainText("You refused to reopen the return.");
  await head.goto("/returns/reopenings");
  await expect(head.getByRole("region", { name: "Reopenings" })).toContainText("The board has its papers.");
  await lead.goto("/notices");
  await expect(lead.getByText("The board has its papers.").first()).toBeVisible();
  await lead.goto(theReturn.replace("02", "03"));
  await expect(lead.getByText(/^refused by .+: “The board has its papers\.”$/)).toBeVisible();
  await ask("1.1 is 29 after all.");
  await head.goto(theReturn.replace("02", "03"));
  await reopen(head).getByRole("button", { name: "Reopen the return" }).click();
  await expect(head.getByRole("status")).toContainText("The return is reopened.");
  await lead.goto("/returns/2014-03");
  await figure(lead, "1.1", "March 2014").fill("29");
  await lead.getByRole("button", { name: "Save all figures" }).click();
  await expect(lead.getByText("Saved: 1 row.")).toBeVisible();
});

test("and another team's return is not there, nor is the register for everybody", async ({ as }) => {
  for (const [account, ofReturn, ofRegister] of [
    ["lead.assessment", 404, 403],
    ["head", 404, 200],
    ["reader", 403, 403],
    ["auditor", 200, 200],
  ] as const) {
    const page = await as(account);
    expect((await page.goto(theReturn))?.status(), account).toBe(ofReturn);
    expect((await page.goto("/returns/reopenings"))?.status(), account).toBe(ofRegister);
    if (account === "head") await expect(page.getByText(team)).toHaveCount(0);
  }
});
