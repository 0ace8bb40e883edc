import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectGoodPage, expectGoodPageEveryWay } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { signIn } from "#e2e/invite";
import { expectLeftOver } from "#e2e/left-over";

const name = "The scorecard of editions";
const scorecard = "/scorecards/the-scorecard-of-editions";
const months = "/months/the-scorecard-of-editions";
const seed = readFileSync("db/first-scorecard/scorecard.txt", "utf8");
const alert = (page: Page) => page.getByRole("alert", { name: "There is a problem" });
const banner = (page: Page) => page.getByRole("region", { name: "The edition" });

/** A scorecard of its own, of which nothing is published yet. */
test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page, "officer@candour.test", "candour-demo");
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/admin/imports");
  const buffer = Buffer.from(seed.replace("Average Caseload", "Average caseload by edition"));
  await page.getByLabel("Scorecard to read").setInputFiles({ name: "editions.txt", mimeType: "text/plain", buffer });
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.getByLabel("Name of the scorecard").fill(name);
  await page.getByLabel("I have compared the reading with the source").check();
  await page.getByRole("button", { name: "Commit the import" }).click();
  await expect(page).toHaveURL(/said=committed/);
  await page.close();
});

test("before there is an edition a reader is told so, wherever they go", async ({ as }) => {
  const page = await as("reader");
  for (const path of [scorecard, `${scorecard}/indicators/2.1`, `${scorecard}/themes/quality-of-practice`]) {
    await page.goto(path);
    await expect(page).toHaveURL(`${scorecard}/editions`);
    await expect(page.getByText("No edition is published yet")).toBeVisible();
  }
  await expectGoodPage(page);
  expect((await page.request.get(`${scorecard}/export.csv`)).url()).toContain(`${scorecard}/editions`);
});

test("the officer looks at the list once more, publishes over what stands in the way, and readers see it for ever", async ({
  as,
}) => {
  test.slow();
  const officer = await as("officer");
  await officer.goto(`${months}/2013-11`);
  await officer.getByRole("link", { name: "Publish November 2013" }).click();
  await expect(officer.getByText(/It cannot be undone or changed/)).toBeVisible();
  await expect(officer.getByRole("heading", { name: /^In the way \(\d+\)$/ })).toBeVisible();
  await expectGoodPageEveryWay(officer);
  await officer.getByLabel("Why it is published all the same").fill("The board meets on Monday.");
  await officer.getByRole("button", { name: /^Publish November 2013 over \d+ in the way$/ }).click();
  await expect(officer.getByRole("status")).toHaveText(
    "November 2013 is published. Readers see it now, and it never changes.",
  );
  await expect(officer.getByText("Reopen November 2013")).toHaveCount(0);
  await expectGoodPage(officer);

  const reader = await as("reader");
  await reader.goto(`${scorecard}/indicators/2.1`);
  await expect(reader).toHaveURL(`${scorecard}/indicators/2.1?edition=2013-11.1`);
  await expect(banner(reader)).toContainText("Edition 1 of November 2013, published on");
  await expect(banner(reader)).toContainText("Reason: The board meets on Monday.");
  await expect(banner(reader).getByRole("link", { name: "See it as it is now" })).toHaveCount(0);
  await reader.goto("/");
  await reader.getByRole("link", { name, exact: true }).click();
  await expect(reader).toHaveURL(`${scorecard}?edition=2013-11.1`);
  const file = await reader.request.get(`${scorecard}/export.csv?edition=2013-11.1`);
  expect(file.headers()["content-disposition"]).toContain("-edition-2013-11.1.csv");
  expect(await file.text()).toContain("2013-11");

  const lead = await as("lead.workforce");
  await lead.goto(scorecard);
  await lead.getByRole("link", { name: "Editions" }).click();
  await lead.getByRole("link", { name: "November 2013, edition 1" }).click();
  await expect(banner(lead)).toBeVisible();
  await banner(lead).getByRole("link", { name: "See it as it is now" }).click();
  await expect(lead).toHaveURL(scorecard);
  await expect(
    lead.getByText("Readers see edition 1 of November 2013. Nothing of it was changed since."),
  ).toBeVisible();
  for (const path of ["/themes/quality-of-practice", "/indicators/2.1"]) {
    await lead.goto(`${scorecard}${path}?edition=2013-11.1`);
    await banner(lead).getByRole("link", { name: "What differs from now" }).click();
    await expect(lead.getByText("Nothing here differs from now.")).toBeVisible();
  }

  const auditor = await as("auditor");
  await auditor.goto("/history?verb=month.publish");
  await expect(auditor.getByText(/published November 2013 as edition 1, over \d+ in the way/).first()).toBeVisible();
  await auditor.goto(`${scorecard}/editions`);
  await auditor.getByRole("link", { name: "Those published over what stood in the way" }).click();
  await auditor.locator("summary", { hasText: "What stood in the way" }).first().click();
  await expect(auditor.getByText(/^\d\.\d: none was submitted, and one is required/).first()).toBeVisible();
  await expectGoodPageEveryWay(auditor);
});

test("publishing again makes the next edition, and the first stays, all of it without JavaScript", async ({ as }) => {
  const officer = await as("officer", { javaScriptEnabled: false });
  await officer.goto(`${months}/2013-10/publish`);
  await officer.getByLabel("Why it is published all the same").fill("  ");
  await officer.getByRole("button", { name: /^Publish October 2013/ }).click();
  await expect(alert(officer)).toContainText("Say why the month is published over what stands in the way.");
  const publish = async (number: number) => {
    await officer.goto(`${months}/2013-10/publish`);
    await officer.getByLabel("Why it is published all the same").fill(`For the ${number}. time.`);
    await officer.getByRole("button", { name: /^Publish October 2013/ }).click();
    await expect(officer.getByRole("status")).toContainText("October 2013 is published.");
    // What differs in nothing is not published again.
    await officer.goto(`${months}/2013-10/publish`);
    await expect(officer.getByText(`Nothing differs from edition ${number} of October 2013`)).toBeVisible();
    await expect(officer.getByRole("button", { name: /^Publish October 2013/ })).toHaveCount(0);
  };
  await publish(1);
  await officer.goto(`${scorecard}/indicators/2.3/definition?from=2013-10`);
  await officer.getByLabel("Action plan").fill("A4, A5");
  await officer.getByRole("button", { name: "Preview the change" }).click();
  await officer.getByLabel("Why").fill("The plan was counted anew.");
  await officer.getByRole("button", { name: "Save the change" }).click();
  await expect(officer.getByRole("status")).toHaveText("It is changed, as it was previewed.");
  await officer.goto(`${months}/2013-10/publish`);
  await expect(officer.getByRole("heading", { name: "What edition 2 changes" })).toBeVisible();
  await expect(officer.getByRole("row", { name: /^2\.3 Action plan/ })).toContainText("A4, A5");
  await publish(2);

  const reader = await as("reader", { javaScriptEnabled: false });
  await reader.goto(`${scorecard}/editions/2013-10`);
  await expect(banner(reader)).toContainText("Edition 2 of October 2013");
  await expect(reader.getByRole("columnheader", { name: "Nov 13" })).toHaveCount(0);
  await reader.goto(`${scorecard}/editions/2013-10?edition=1`);
  await expect(reader).toHaveURL(`${scorecard}?edition=2013-10.1`);
  await expect(banner(reader)).toContainText("Reason: For the 1. time.");
  await reader.goto(`${scorecard}?edition=2013-10.3`);
  await expect(reader.locator("main")).toContainText(
    "This scorecard has no such edition, or what you look for is not in it.",
  );
  for (const path of ["?edition=2013-10.3", "?edition=none", "/editions/2013-12", "/editions/none"]) {
    expect((await reader.request.get(`${scorecard}${path}`)).status(), path).toBe(404);
  }
});

test("an officer who publishes after another did is told so, and keeps the reason", async ({ as }) => {
  const [one, script] = [await as("officer"), await as("officer", { javaScriptEnabled: false })];
  const two = await one.context().newPage();
  for (const page of [one, script, two]) {
    await page.goto(`${months}/2013-09/publish`);
    await page.getByLabel("Why it is published all the same").fill(page === two ? "It is late." : "The board waits.");
  }
  const publish = (page: Page) => page.getByRole("button", { name: /^Publish September 2013/ }).click();
  await publish(two);
  await expect(two.getByRole("status")).toContainText("September 2013 is published.");
  for (const page of [one, script]) {
    await publish(page);
    await expect(alert(page)).toContainText("September 2013 was published as edition 1 after you opened this page.");
  }
  await expect(script.getByRole("blockquote").filter({ hasText: "The board waits." })).toBeVisible();
  await expectLeftOver(one, "The board waits.", "Nothing differs from edition 1 of September 2013");
});
