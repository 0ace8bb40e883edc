import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const indicator = "/scorecards/childrens-services-improvement-scorecard/indicators/2.1";

test("what happened to one figure is a click from its indicator and from its comment, oldest first", async ({ as }) => {
  const page = await as("auditor");
  await page.goto(indicator);
  await page.getByRole("region", { name: "Figures by month" }).getByRole("link", { name: "December 2013" }).click();
  await expect(page).toHaveURL(/\/indicators\/2\.1\/story\/2013-12$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The story of 2.1, December 2013");
  await expect(page.getByText("imported 2.1 for December 2013").first()).toBeVisible();
  await expectGoodPage(page);
  expect((await (await page.request.get(page.url())).body()).byteLength).toBeLessThanOrEqual(60_000);
  await page.goto(`${indicator}/comments/2013-12`);
  await page.getByRole("link", { name: "All that happened to it" }).click();
  await page.getByRole("link", { name: "Every entry about it" }).click();
  await expect(page).toHaveURL(/\/history\?scorecard=.*indicator=2\.1.*month=2013-12/);
});

test("a story is for whoever reads the history of its team, without JavaScript too", async ({ as }) => {
  const page = await as("lead.assessment", { javaScriptEnabled: false });
  await page.goto(`${indicator}/story/2013-12`);
  await expect(page.getByText("imported 2.1 for December 2013").first()).toBeVisible();
  expect((await (await as("lead.workforce")).request.get(`${indicator}/story/2013-12`)).status()).toBe(404);
  const reader = await as("reader");
  expect((await reader.request.get(`${indicator}/story/2013-12`)).status()).toBe(403);
  await reader.goto(`${indicator}?edition=2013-11.1`);
  await expect(reader.getByRole("link", { name: /All that happened|December 2013$/ })).toHaveCount(0);
  const other = await as("lead.workforce");
  await other.goto(indicator);
  await expect(other.getByRole("region", { name: "Figures by month" }).getByRole("link")).toHaveCount(0);
});
