import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectGoodPage, expectGoodPageEveryWay } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { signIn } from "#e2e/invite";
import { withoutIds } from "#lib/testing/without-ids";

const scorecard = "/scorecards/the-scorecard-of-small-numbers";
const months = "/months/the-scorecard-of-small-numbers";
const indicator = `${scorecard}/indicators/4.5`;
// As a year to date, each of the second and the fourth is few more than the one before.
const seed = readFileSync("db/first-scorecard/scorecard.txt", "utf8")
  .replace("Average Caseload", "Average caseload beside small numbers")
  .replace(/\t35\t35\t38\t36\t/, "\t7135\t7138\t7150\t7152\t");
const secret = /7,?138/;
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** A scorecard of its own, whose first edition is published once small numbers of 4.5 are hidden. */
test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page, "officer@candour.test", "candour-demo");
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/admin/imports");
  await page
    .getByLabel("Scorecard to read")
    .setInputFiles({ name: "small.txt", mimeType: "text/plain", buffer: Buffer.from(seed) });
  await press(page, "Read the file");
  await page.getByLabel("Name of the scorecard").fill("The scorecard of small numbers");
  await page.getByLabel("I have compared the reading with the source").check();
  await press(page, "Commit the import");
  await expect(page).toHaveURL(/said=committed/);
  await page.close();
});

test("an officer says that small numbers are hidden, and reads how many figures that is", async ({ as }) => {
  const page = await as("officer");
  await page.goto(`${indicator}/definition?from=2013-09`);
  await page.getByLabel("Small numbers are").selectOption({ label: "hidden from readers" });
  await press(page, "Preview the change");
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("Say what a figure covers");
  await expectGoodPage(page);
  await page.getByLabel("A figure covers").selectOption({ label: "the year to date" });
  await press(page, "Preview the change");
  await expect(page.getByText("Readers are no longer shown 2 figures of those recorded")).toBeVisible();
  await page.getByLabel("Why").fill("Few are counted in some months.");
  await press(page, "Save the change");
  await expect(page.getByRole("status")).toHaveText("It is changed, as it was previewed.");
  await page.goto(`${months}/2013-11/publish`);
  await page.getByLabel("Why it is published all the same").fill("The board meets on Monday.");
  await page.getByRole("button", { name: /^Publish November 2013/ }).click();
  await expect(page.getByRole("status")).toContainText("November 2013 is published.");
});

test("a reader finds the figure in no page and no file, and reads why it is not there", async ({ as }) => {
  test.slow();
  const page = await as("reader");
  const edition = "edition=2013-11.1";
  for (const path of [
    `${scorecard}?${edition}`,
    `${scorecard}/themes/quality-of-practice?${edition}`,
    `${scorecard}/themes/quality-of-practice?${edition}&month=2013-10`,
    `${scorecard}/pictures?${edition}`,
    `${indicator}?${edition}`,
    `${indicator}/comments/2013-10?${edition}`,
    `${indicator}/restatements/2013-10?${edition}`,
    `${scorecard}/dictionary?${edition}`,
    `${scorecard}/editions`,
    "/",
    "/notices",
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    expect(withoutIds(await answer!.text()), path).not.toMatch(secret);
    expect(withoutIds(await page.content()), path).not.toMatch(secret);
  }
  for (const file of [
    `${scorecard}/export.csv?${edition}`,
    `${scorecard}/export.csv?${edition}&form=spreadsheet`,
    `${indicator}/chart.svg?${edition}`,
  ]) {
    const answer = await page.request.get(file);
    expect(answer.status(), file).toBe(200);
    expect(await answer.text(), file).toMatch(/7,?150/);
    expect(withoutIds(await answer.text()), file).not.toMatch(secret);
  }
  await page.goto(`${indicator}?${edition}`);
  const row = page.getByRole("region", { name: "Figures by month" }).getByRole("row", { name: /October 2013/ });
  await expect(row).toContainText("confidential");
  await expect(page.getByText("[c] also where a figure is of 1 to 5, or would give such a one away.")).toBeVisible();
  await expect(page.getByText(/; 1 hidden/).first()).toBeVisible();
  await expectGoodPageEveryWay(page);
});

test("who may see it sees it marked, and takes it away either way; the history says which", async ({ as }) => {
  const lead = await as("lead.workforce");
  await lead.goto(`${scorecard}?edition=2013-11.1`);
  await expect(lead.getByText("[c] beside a figure: hidden from readers").first()).toBeVisible();
  await expect(lead.getByRole("row", { name: /4\.5/ }).first()).toContainText("7,138");
  await expectGoodPageEveryWay(lead);
  const whole = await lead.request.get(`${scorecard}/export.csv?edition=2013-11.1`);
  expect(whole.headers()["content-disposition"]).toContain("not-for-publication");
  expect(await whole.text()).toMatch(secret);
  const hidden = lead.getByRole("link", { name: "CSV, small numbers hidden", exact: true });
  const file = await lead.request.get((await hidden.getAttribute("href"))!);
  expect(withoutIds(await file.text())).not.toMatch(secret);
  expect(await file.text()).toContain("small numbers hidden");

  for (const [kept, button, small] of [
    ["workbook", "Make it and keep it", ""],
    ["pack", "Make the board pack", "hidden"],
  ] as const) {
    await lead.goto(`${scorecard}/${kept}?edition=2013-11.1`);
    await lead.getByLabel("Small numbers").selectOption(small);
    await lead.getByRole("button", { name: button }).click();
    await expect(lead.getByText("The file is asked for.")).toBeVisible();
  }
  await expect(lead.getByText(/^Board pack of .*, small numbers hidden$/)).toBeVisible();
  await expect(lead.getByText(/^Workbook of .*, not for publication$/)).toBeVisible();

  const auditor = await as("auditor");
  await auditor.goto("/history?verb=scorecard.export");
  await expect(auditor.getByText(/as CSV with small numbers hidden/).first()).toBeVisible();
  await expect(
    auditor.getByText(/as CSV with small numbers shown as they are: not for publication/).first(),
  ).toBeVisible();
});
