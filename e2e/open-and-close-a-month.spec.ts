import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { invite, setPassword, signIn } from "#e2e/invite";
import { expectLeftOver } from "#e2e/left-over";

const name = "The scorecard of months";
const february = "/months/the-scorecard-of-months/2014-02";
const seed = readFileSync("db/first-scorecard/scorecard.txt", "utf8");
const alert = (page: Page) => page.getByRole("alert", { name: "There is a problem" });
const teamRow = (page: Page) =>
  page.getByRole("region", { name: "How the figures come in, by team" }).getByRole("row", { name: /^Team of months/ });

/** A scorecard of its own, one section of which a team of its own answers for, so that no other task meets its months. */
test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page, "officer@candour.test", "candour-demo");
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/admin/imports");
  const buffer = Buffer.from(seed.replace("Average Caseload", "Average caseload by month"));
  await page.getByLabel("Scorecard to read").setInputFiles({ name: "months.txt", mimeType: "text/plain", buffer });
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.getByLabel("Name of the scorecard").fill(name);
  await page.getByLabel("Team of section 1").fill("Team of months");
  await page.getByLabel("I have compared the reading with the source").check();
  await page.getByRole("button", { name: "Commit the import" }).click();
  await expect(page.getByRole("heading", { name: "An import" })).toBeVisible();
  await page.close();
});

async function newLead(browser: Browser): Promise<Page> {
  const email = "lead.months@candour.test";
  const page = await (await browser.newContext()).newPage();
  await setPassword(page, invite(email, "--role", "team lead", "--team", "Team of months"), "words of a password");
  await signIn(page, email, "words of a password");
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  return page;
}

test("an officer opens a month, sees what comes in late, closes it over what is missing and opens it again", async ({
  as,
  browser,
}) => {
  test.slow();
  const [page, lead] = [await as("officer"), await newLead(browser)];
  await lead.goto("/returns/2014-02");
  await expect(lead.getByText("February 2014 has not been opened")).toBeVisible();

  await page.goto("/");
  await page.getByRole("link", { name: `Months of ${name}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Months" })).toBeVisible();
  await page.getByRole("link", { name: `Open February 2014, ${name}` }).click();
  await expect(page).toHaveURL(february);
  await expect(page.getByText("Proposed: 14 March 2014, the 10th working day after February 2014.")).toBeVisible();
  await expect(page.getByLabel("Figures due by")).toHaveValue("2014-03-14");
  await expect(page.getByRole("row", { name: /^1\.1/ })).toContainText("Yes: due every month");
  await page.getByLabel("Commentary due by").fill("2014-03-13");
  await page.getByRole("button", { name: "Open February 2014" }).click();
  await expect(alert(page)).toContainText("cannot be due on 13 March 2014, before the figures");
  await expect(page.getByLabel("Commentary due by")).toHaveValue("2014-03-13");
  await page.getByLabel("Commentary due by").fill("2014-03-22");
  await page.getByRole("button", { name: "Open February 2014" }).click();
  await expect(page.getByRole("status")).toHaveText(
    "February 2014 is open. What is due stands in its teams’ returns now.",
  );
  await expect(page.getByText("commentary due 22 March 2014 (a Saturday)")).toBeVisible();
  await expectGoodPage(page);

  await page.getByText("Change the dates").click();
  await page.getByLabel("Commentary due by").fill("2014-03-21");
  await page.getByRole("button", { name: "Save the dates" }).click();
  await expect(page.getByRole("status")).toHaveText("The dates of February 2014 are changed.");

  await lead.reload();
  await expect(lead.getByText("commentary due 21 March 2014")).toBeVisible();
  await lead.getByRole("textbox", { name: "1.1, February 2014" }).fill("80");
  await lead.keyboard.press("Enter");
  await expect(lead.getByRole("row", { name: /^1\.1/ })).toContainText(/Saved \d\d:\d\d/);

  // Due long ago, so late; of the team's two figures the other is missing.
  await page.reload();
  await expect(teamRow(page)).toHaveText("Team of months21110");
  await expect(page.getByRole("listitem").filter({ hasText: /^1\.2 Team of months: no figure/ })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /^1\.1 Team of months: given on/ })).toBeVisible();
  await expectGoodPage(page);

  await page.getByLabel("Why it is closed all the same").fill("The board meets on Monday.");
  const asked = new Promise<string>((resolve) =>
    page.once("dialog", async (dialog) => {
      resolve(dialog.message());
      await dialog.accept();
    }),
  );
  await page.getByRole("link", { name: "Home", exact: true }).click();
  expect(await asked).toContain("What you typed here is not saved.");
  await page.goto(february);
  await expect(page.getByLabel("Why it is closed all the same")).toHaveValue("The board meets on Monday.");
  await expect(page.getByText(/^You typed this on .* It is put back below\.$/)).toBeVisible();
  await page.getByRole("button", { name: /^Close February 2014 over \d+ in the way$/ }).click();
  await expect(page.getByRole("status")).toHaveText("February 2014 is closed. Its figures are locked.");
  await expect(page.getByText("Reason: The board meets on Monday.")).toBeVisible();
  await expectGoodPage(page);
  await lead.reload();
  await expect(lead.getByText("February 2014 is closed, so its figures are locked.").first()).toBeVisible();

  const late = await page.context().newPage();
  await late.goto(february);
  await late.getByText("Reopen February 2014").first().click();
  await late.getByLabel("Why it is opened again").fill("2.1 was wrong.");
  await page.getByText("Reopen February 2014").first().click();
  await page.getByLabel("Why it is opened again").fill("1.2 came on Tuesday.");
  await page.getByRole("button", { name: "Reopen February 2014" }).click();
  await expect(page.getByRole("status")).toHaveText("February 2014 is open again.");
  await late.getByRole("button", { name: "Reopen February 2014" }).click();
  await expect(late.getByRole("alert", { name: "There is a problem" })).toContainText("February 2014 is open");
  await late.reload();
  await expectLeftOver(late, "2.1 was wrong.", "February 2014 is open.");
  await page.getByRole("link", { name: "All that happened in this month" }).click();
  await expect(page.getByText("reopened February 2014")).toBeVisible();
  await expect(page.getByText("Reason: 1.2 came on Tuesday.")).toBeVisible();
});

test("all of it works without JavaScript", async ({ as }) => {
  test.slow();
  const page = await as("officer", { javaScriptEnabled: false });
  await page.goto("/months");
  const section = page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });
  await section.getByText("Another month").click();
  await section.getByLabel(`Month of ${name}`).fill("April 2014");
  await section.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByText(/^This leaves a gap: /)).toBeVisible();
  await page.getByLabel("Figures due by").fill("2014-04-15");
  await page.getByRole("button", { name: "Open April 2014" }).click();
  await expect(alert(page)).toContainText("April 2014 has not ended on 15 April 2014");
  await expect(page.getByLabel("Figures due by")).toHaveValue("2014-04-15");
  await page.getByLabel("Figures due by").fill("2014-05-15");
  await page.getByRole("button", { name: "Open April 2014" }).click();
  await expect(page.getByRole("status")).toContainText("April 2014 is open.");
  await page.getByLabel("Why it is closed all the same").fill("Opened by mistake.");
  await page.getByRole("button", { name: /^Close April 2014/ }).click();
  await expect(page.getByRole("status")).toHaveText("April 2014 is closed. Its figures are locked.");
});

test("the days on which nobody works, and when a month is due, are the officer's to say", async ({ as }) => {
  const page = await as("officer");
  await page.goto("/months/working-days");
  await page.getByLabel("Day", { exact: true }).fill("2015-02-03");
  await page.getByLabel("What it is called").fill("The town hall moves");
  await page.getByRole("button", { name: "Add the day" }).click();
  await expect(page.getByRole("status")).toContainText("The day is added.");
  await expect(page.getByText("3 February 2015: The town hall moves")).toBeVisible();
  await expectGoodPage(page);
  await page.goto("/months/the-scorecard-of-months/2015-01");
  await expect(page.getByLabel("Figures due by")).toHaveValue("2015-02-16");
  await page.goto("/months/working-days");
  await page.getByText("Withdraw 3 February 2015").click();
  await page.getByLabel("Why 3 February 2015 is a working day after all").fill("It moves in summer.");
  await page
    .getByRole("listitem")
    .filter({ hasText: "3 February 2015" })
    .getByRole("button", { name: "Withdraw the day" })
    .click();
  await expect(page.getByRole("status")).toContainText("The day is a working day again.");
});

test("and nobody else's", async ({ as }) => {
  for (const account of ["lead.assessment", "head", "auditor", "reader"] as const) {
    const page = await as(account);
    expect((await page.goto(february))?.status(), account).toBe(403);
    await expect(page.getByRole("link", { name: "Months", exact: true })).toHaveCount(0);
  }
});
