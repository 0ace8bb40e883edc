import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { invite, setPassword, signIn } from "#e2e/invite";

const scorecard = "/scorecards/the-scorecard-of-a-range";
const indicator = `${scorecard}/indicators/3.3`;
const seed = readFileSync("db/first-scorecard/scorecard.txt", "utf8");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const cell = (page: Page) => page.getByRole("textbox", { name: "3.3, December 2013" });
const row = (page: Page) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "3.3", exact: true }) });

/** A scorecard of its own, with a team of its own. */
async function importAnother(page: Page) {
  await page.goto("/admin/imports");
  const buffer = Buffer.from(seed.replace("Average Caseload", "Average caseload of a range"));
  await page.getByLabel("Scorecard to read").setInputFiles({ name: "range.txt", mimeType: "text/plain", buffer });
  await press(page, "Read the file");
  await page.getByLabel("Name of the scorecard").fill("The scorecard of a range");
  await page.getByLabel("Team of section 3").fill("Team of a range");
  await page.getByLabel("I have compared the reading with the source").check();
  await press(page, "Commit the import");
  await page.waitForURL(/said=committed/);
}

async function newLead(browser: Browser): Promise<Page> {
  const email = "lead.of.a.range@candour.test";
  const page = await (await browser.newContext()).newPage();
  await setPassword(page, invite(email, "--role", "team lead", "--team", "Team of a range"), "words of a password");
  await signIn(page, email, "words of a password");
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  return page;
}

async function fillBands(page: Page, bands: Record<"Adequate" | "Good" | "Outstanding", string>) {
  for (const [level, typed] of Object.entries(bands)) await page.getByLabel(level, { exact: true }).fill(typed);
  await press(page, "Preview the change");
}

async function record(lead: Page, value: string, why: string) {
  await cell(lead).fill(value);
  await expect(row(lead)).toContainText(why);
  await cell(lead).press("Enter");
  await expect(row(lead)).toContainText(/Saved \d\d:\d\d/);
  await lead.reload();
  await expect(cell(lead)).toHaveValue(value);
  await expect(row(lead)).toContainText(why);
}

test("an indicator that is best close to a range is defined, recorded inside and outside, and graded on both sides", async ({
  as,
  browser,
}) => {
  test.slow();
  const page = await as("officer");
  await importAnother(page);
  await page.goto(`${indicator}/definition`);
  await page.getByLabel("From which month").selectOption({ label: "December 2013" });
  await press(page, "Fill in the form");
  await page.getByLabel("Direction").selectOption({ label: "close to a range is better" });
  await fillBands(page, { Adequate: "30-70", Good: "50-60", Outstanding: "45-55" });
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "Good (50-60) must hold all of Outstanding (45-55), and more",
  );
  await fillBands(page, { Adequate: "30-70", Good: "45-60", Outstanding: "45-55" });
  await expect(page.getByText("no figure below 45 earns Good")).toBeVisible();
  await page.goBack();
  await page.getByLabel("Direction").selectOption({ label: "close to a range is better" });
  await fillBands(page, { Adequate: "30-70", Good: "40-60", Outstanding: "45-55" });
  await expect(page.getByText("close to a range is better").last()).toBeVisible();
  await expectGoodPage(page);
  await press(page, "Save the change");
  await expect(page.getByRole("status")).toHaveText("It is changed, as it was previewed.");
  await expect(page.getByText(/close to a range is better, whole numbers/).first()).toBeVisible();

  await page.goto(`${indicator}/definition/milestones`);
  await page.getByLabel("December 2013").fill("50+");
  await press(page, "Preview the milestones");
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "“50+” has one end, and here close to a range is better: type both, such as 10-14.",
  );
  await page.getByLabel("December 2013").fill("48-52");
  await press(page, "Preview the milestones");
  await expect(page.getByText("1 milestone changes.")).toBeVisible();
  await press(page, "Save the milestones");
  await expect(page.getByRole("status")).toBeVisible();

  const lead = await newLead(browser);
  await lead.goto("/returns/2013-12");
  await expect(row(lead)).toContainText("close to a range is better");
  await record(lead, "20", "20 is below 30 to 70, the range of Adequate, so Inadequate.");
  await record(lead, "62", "62 is above 40 to 60, the range of Good, so Adequate.");
  await record(lead, "57", "57 is within 40 to 60, the range of Good; 45 to 55 earns Outstanding.");
  await expectGoodPage(lead);
  await page.goto(`${indicator}?month=2013-12`);
  await expect(page.getByRole("main")).toContainText("missed by 5");
  await record(lead, "50", "50 is within 45 to 55, the range of Outstanding.");

  await page.goto(`${indicator}?month=2013-12`);
  await expect(page.getByRole("main")).toContainText("close to a range is better");
  await expect(page.getByRole("main")).not.toContainText("missed by");
  await expectGoodPage(page);
  await page.goto(scorecard);
  await expect(row(page)).toContainText("close to a range is better");
  await expect(row(page)).toContainText("45-55");
  await expectGoodPage(page);
  expect(await (await page.request.get(`${scorecard}/export.csv`)).text()).toContain(",close to a range,");
});
