import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import exceljs from "exceljs";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";
const row = (page: Page, ref: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: ref, exact: true }) });

test("an auditor reads the scorecard in the layout of its source", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/");
  await page.getByRole("heading", { name: "Children's services improvement scorecard" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "Bands" })).toBeVisible();
  for (const section of [
    "1 (no title in the source)",
    "2 Timeliness",
    "3 Views and Wishes",
    "4 Development of Workforce",
  ]) {
    await expect(page.getByRole("rowheader", { name: section })).toContainText("Quality of Practice");
  }
  await expect(row(page, "1.2")).toContainText("13.8");
  await expect(row(page, "1.2")).toContainText("lower is better");
  await expect(row(page, "4.3").getByRole("cell", { name: /32\.8\s*Inadequate/ })).toBeVisible();
  await expect(page.getByText("As imported, not approved in Candour").first()).toBeVisible();
  await expect(page.getByText("A band is a local threshold, not an inspection judgement.")).toHaveCount(1);
  await expectGoodPage(page);
});

test("months are chosen and columns put away without a script, and the file takes the same months", async ({ as }) => {
  const page = await as("head", { javaScriptEnabled: false });
  await page.goto(scorecard);
  await page.getByLabel("Months from").selectOption({ label: "November 2013" });
  await page.getByLabel("to", { exact: true }).selectOption({ label: "December 2013" });
  await page.getByText("Hide columns").click();
  await page.getByLabel("Trend").check();
  await page.getByLabel("Bands").check();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("columnheader", { name: "Nov 13" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Oct 13" })).toHaveCount(0);
  await expect(page.getByRole("columnheader", { name: "Trend" })).toHaveCount(0);
  await expect(page.getByRole("columnheader", { name: "Bands" })).toHaveCount(0);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export as CSV" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  expect(text.split("\r\n")[0]).toBe(
    "\uFEFFref,section,theme,action_plan,measure,unit,direction,benchmark,adequate,good,outstanding,month,value,symbol,grade,milestone,milestone_state,comment,comment_standing,approved_by,approved_utc,approved_local,file_of,made_by,made_utc,made_local,history_sealed_at",
  );
  expect(text).toContain("2013-12,15.4,,Adequate,10-20,met,");
  expect(text).not.toContain("2013-10");

  await page.goto("/history?verb=scorecard.export");
  const told = "exported the scorecard Children's services improvement scorecard as CSV.";
  await expect(page.getByText(told).first()).toBeVisible();
});

test("the scorecard is taken away as a workbook and as CSV for a spreadsheet, and each is entered once", async ({
  as,
}) => {
  const page = await as("auditor", { javaScriptEnabled: false });
  await page.goto(scorecard);
  const book = await downloaded(page, "Export as XLSX");
  const sheet = book.file.getWorksheet("Scorecard")!;
  expect(sheet.getRow(2).getCell(1).text).toMatch(/^Live figures, as of cut \d+\. Made by Auditor, /);
  const shown = sheet.getColumn(1).values.indexOf("2.3");
  expect(sheet.getRow(shown).getCell(2).text).toBe(
    "% cases taking 35 days or less from of start of combined assessment",
  );
  await page.goto(`${scorecard}?edition=2013-11.1`);
  const edition = await downloaded(page, "Export as XLSX");
  expect(edition.file.getWorksheet("Scorecard")!.getRow(2).getCell(1).text).toMatch(
    /^Edition 1 of November 2013\. Made by Auditor, /,
  );
  expect(edition.name).toMatch(/-edition-2013-11\.1\.xlsx$/);

  const address = `${scorecard}/export.xlsx`;
  expect((await page.request.head(address)).headers()["content-disposition"]).toContain(".xlsx");
  expect((await page.request.get(address, { headers: { "sec-purpose": "prefetch" } })).status()).toBe(503);
  const csv = await page.request.get(`${scorecard}/export.csv?form=spreadsheet`);
  expect(await csv.text()).toContain('"=""2013-12""",');
  await page.goto("/history?verb=scorecard.export");
  await expect(
    page.getByText("Auditor exported the scorecard Children's services improvement scorecard as XLSX."),
  ).toHaveCount(2);
  await expect(
    page.getByText(
      "Auditor exported the scorecard Children's services improvement scorecard as CSV for a spreadsheet.",
    ),
  ).toHaveCount(1);
});

async function downloaded(page: Page, name: string) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(await file.path());
  return { name: file.suggestedFilename(), file: book };
}

test("months that cannot be are refused in a sentence, and the usual ones are shown", async ({ as }) => {
  const page = await as("auditor");
  await page.goto(`${scorecard}?from=2013-12&to=2013-09`);
  await expect(page.getByText("The months run backwards: December 2013 is after September 2013.")).toBeVisible();
  await expect(row(page, "1.1")).toBeVisible();
  expect((await page.request.get(`${scorecard}/export.csv?from=2013-99`)).status()).toBe(400);
  expect((await page.request.get("/scorecards/nothing/export.csv")).status()).toBe(404);
  expect((await page.goto("/scorecards/nothing"))?.status()).toBe(404);
  await expectGoodPage(page);
});

test("on a phone one month is shown, and the rest is in the row's details", async ({ as }) => {
  const page = await as("auditor");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(scorecard);
  await expect(page.getByRole("columnheader", { name: "Oct 13" })).toBeHidden();
  const opened = row(page, "4.4");
  const band = opened.getByText("55+").first();
  await expect(band).toBeHidden();
  await opened.getByText("More").click();
  await expect(band).toBeVisible();
  await expect(opened.getByText("Inadequate")).toHaveCount(2);
  await expect(row(page, "4.5").getByText("Inadequate").first()).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("a theme says what changed and which milestones are met, missed and next", async ({ as }) => {
  const page = await as("auditor");
  await page.goto(`${scorecard}/themes/quality-of-practice?month=2013-12`);
  await expect(page.getByRole("heading", { name: "What changed since November 2013" })).toBeVisible();
  await expect(page.getByText("84 to 90, up 6, improving; from Adequate to Good").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Missed in December 2013 (6)" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Next, by March 2014 (15)" })).toBeVisible();
  await expectGoodPage(page);
});

test("an indicator says why it earned its grade, its pace, its definition and its own history", async ({ as }) => {
  const page = await as("auditor");
  await page.goto(`${scorecard}/indicators/2.1`);
  await expect(page.getByText("90 is at or above 85, the edge of Good; 95 earns Outstanding").first()).toBeVisible();
  await expect(page.getByText("needs 0.9 a month from December 2013")).toBeVisible();
  await expect(page.getByRole("heading", { name: "History" })).toBeVisible();
  await expect(page.getByRole("link", { name: "All the history of 2.1" })).toBeVisible();
  await expectGoodPage(page);
});

test("a reader sees the newest edition, and no history", async ({ as }) => {
  const page = await as("reader");
  await page.goto(scorecard);
  await expect(page).toHaveURL(`${scorecard}?edition=2013-11.1`);
  await expect(page.getByRole("columnheader", { name: "Nov 13" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Jan 14" })).toHaveCount(0);
  await expect(page.getByText("Repeat referrals: Has been calculated")).toHaveCount(0);
  await expectGoodPage(page);
  await page.goto(`${scorecard}/indicators/2.1`);
  await expect(page.getByRole("heading", { name: "History" })).toHaveCount(0);
  await expectGoodPage(page);
  await page.goto("/");
  await expect(page.getByText("Edition 1 · November 2013 · published").first()).toBeVisible();
  await expectGoodPage(page);
});

test("somebody who is not signed in is led to the sign-in page, and back to where they were going", async ({
  page,
}) => {
  await page.goto(`${scorecard}/indicators/2.1`);
  await expect(page).toHaveURL(/\/sign-in\?.*indicators%2F2\.1/);
});
