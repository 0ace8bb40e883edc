import { readFile } from "node:fs/promises";
import { expect, test } from "#e2e/fixtures";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";

test("the whole scorecard and a theme are looked at in pictures, each with its words, and without a script", async ({
  as,
}) => {
  const page = await as("head", { javaScriptEnabled: false });
  await page.goto(scorecard);
  await page.getByRole("link", { name: "Pictures" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Children's services improvement scorecard in pictures",
  );
  await expect(page.getByRole("img", { name: /How many indicators earned each grade/ })).toBeVisible();
  const row = page
    .getByRole("region", { name: "Grades by section over the months" })
    .getByRole("row", { name: /^2\.1 / });
  await expect(row.getByRole("cell").first()).toHaveText("Inadequate");
  await expect(
    page.getByText("In September 2013: 2 Outstanding, 3 Good, 2 Adequate, 4 Inadequate, 5 without a figure"),
  ).toBeVisible();
  const ahead = page.getByRole("region", { name: "Milestones ahead, with their pace" });
  await expect(ahead.getByRole("row", { name: /^3\.1 / })).toContainText("90 by Mar 14");
  await expect(page.getByText(/of the 13 figures it takes to say what is usual/).first()).toBeVisible();
  await page.goto(`${scorecard}/themes/quality-of-practice`);
  await page.getByRole("link", { name: "Pictures" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quality of Practice in pictures");
  expect((await page.goto(`${scorecard}/pictures?theme=none`))?.status()).toBe(404);
});

test("the chart of an indicator is saved as a file that stands by itself", async ({ as, browser }) => {
  const page = await as("auditor");
  await page.goto(`${scorecard}/indicators/2.1`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Save the chart as SVG" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/-2\.1\.svg$/);
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save it as PNG" }).click(),
  ]);
  expect(picture.suggestedFilename()).toMatch(/-2\.1\.png$/);
  const bytes = await readFile(await picture.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.readUInt32BE(16)).toBe(2000);
  expect(bytes.length).toBeGreaterThan(20_000);
  const alone = await browser.newPage();
  await alone.setContent(await readFile(await download.path(), "utf8"));
  await expect(alone.locator("text.heading")).toHaveText(/^2\.1 % children seen within 10 days/);
  await alone.close();
  const missing = await page.request.get(`${scorecard}/indicators/9.9/chart.svg`);
  expect([missing.status(), await missing.text()]).toEqual([404, "There is no such indicator.\n"]);
});

test("a reader looks at the pictures of the newest edition", async ({ as }) => {
  const page = await as("reader");
  await page.goto(`${scorecard}/pictures`);
  await expect(page).toHaveURL(/edition=2013-11\.\d/);
  await expect(page.getByText(/November 2013 · published/).first()).toBeVisible();
});
