import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import pg from "pg";
import { command } from "#e2e/command";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { invite, setPassword, signIn } from "#e2e/invite";
import { seedRedAmberGreen } from "#lib/testing/seed-red-amber-green";

const scorecard = "/scorecards/early-help-scorecard";
const indicator = `${scorecard}/indicators/1.1`;
const comment = `${indicator}/comments/2013-12`;
const row = (page: Page, ref: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: ref, exact: true }) });
/** The tile of a level: its word, then how many, then which. */
const tile = (page: Page, word: string) =>
  page.locator("main div:has(> p + p)").filter({ hasText: new RegExp(`^${word}`) });

/** The seed's scorecard, which has a team of its own, beside the demonstration's. */
test.beforeAll(async () => {
  const ownerUrl = command("db-url", "owner").trim();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query("select id from organisation");
  await client.end();
  await seedRedAmberGreen(ownerUrl, rows[0].id);
});

async function newcomer(browser: Browser, role: string): Promise<Page> {
  const email = `${role.replaceAll(" ", ".")}.early.help@candour.test`;
  const page = await (await browser.newContext()).newPage();
  await setPassword(page, invite(email, "--role", role, "--team", "Early Help"), "words of a password");
  await signIn(page, email, "words of a password");
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  return page;
}

test("a scorecard of red, amber and green is recorded, explained, approved and read beside one of four levels", async ({
  as,
  browser,
}) => {
  test.slow();
  const [lead, head] = [await newcomer(browser, "team lead"), await newcomer(browser, "head of service")];

  await lead.goto("/returns/2013-12");
  await expect(row(lead, "1.1")).toContainText("Amber 10-20 · Green below 10");
  for (const [ref, value, why] of [
    ["1.1", "12", "12 is above 10, the edge of Green, so Amber."],
    ["1.2", "3.5", "3.5 is below 4, the edge of Green."],
    ["2.1", "58", "58 is below 60, the edge of Amber, so Red."],
  ] as const) {
    await lead.getByRole("textbox", { name: `${ref}, December 2013` }).fill(value);
    await expect(row(lead, ref)).toContainText(why);
    await lead.keyboard.press("Enter");
    await expect(row(lead, ref)).toContainText(/Saved \d\d:\d\d/);
  }
  await expect(lead.getByText("A comment is required on 1.1, 1.2 and 2.1.")).toBeVisible();
  await expectGoodPage(lead);

  await lead.goto(comment);
  await expect(lead.getByText("A comment is required: the grade is Amber")).toBeVisible();
  await lead.getByRole("textbox", { name: "Comment" }).fill("Three referrals joined the list before Christmas.");
  await lead.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(lead.getByRole("status")).toContainText("Submitted.");
  await expectGoodPage(lead);

  await head.goto("/approvals");
  const detail = head.getByRole("article");
  await expect(detail).toContainText("12 is above 10, the edge of Green, so Amber");
  await expect(detail).toContainText("from Green to Amber");
  await expectGoodPage(head);
  await head.getByRole("button", { name: "Approve revision 1", exact: true }).click();
  await expect(head.getByRole("status")).toContainText("Approved: revision 1 of the comment on 1.1 for December 2013");
  await head.goto("/history?indicator=1.1");
  await expect(head.getByText("for the figure 12 (Amber)", { exact: false }).first()).toBeVisible();

  const page = await as("auditor");
  await page.goto(scorecard);
  await expect(tile(page, "Amber")).toContainText("1.1");
  await expect(tile(page, "Red")).toContainText("2.1");
  await expect(tile(page, "Green")).toContainText("1.2");
  await expect(page.getByRole("columnheader", { name: "Amber", exact: true })).toBeVisible();
  await expect(row(page, "2.1").getByRole("cell", { name: /58\s*Red/ })).toBeVisible();
  await expect(page.getByText("Three referrals joined the list before Christmas.").first()).toBeVisible();
  await expectGoodPage(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export as CSV" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain(",benchmark,amber,green,month,value,");
  expect(text).toContain(",10-20,below 10,2013-12,12,,Amber,below 10,missed,");

  await page.goto(`${scorecard}/themes/help-when-it-is-needed?month=2013-12`);
  await expect(page.getByText("9 to 12, up 3, declining; from Green to Amber").first()).toBeVisible();
  await expectGoodPage(page);
  await page.goto(indicator);
  await expect(page.getByText("12 is above 10, the edge of Green, so Amber").first()).toBeVisible();
  await expect(page.getByText("Green band")).toBeVisible();
  await expectGoodPage(page);
  await page.goto("/");
  await expect(page.getByRole("main")).toContainText("Outstanding");
  await expect(page.getByRole("main")).toContainText("Amber");
  await expectGoodPage(page);
});
