import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";
const indicator = `${scorecard}/indicators/4.6`;
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const region = (page: Page, name: string) => page.getByRole("region", { name });
const queue = (page: Page) => page.getByRole("navigation", { name: "Waiting for you" });

async function approved(lead: Page, head: Page, words: string) {
  await lead.goto(`${indicator}/comments/2013-12`);
  await lead.getByRole("textbox", { name: "Comment" }).fill(words);
  await press(lead, "Submit");
  await expect(lead.getByText("Submitted.")).toBeVisible();
  await head.goto("/approvals");
  await queue(head).getByRole("link", { name: "4.6" }).click();
  await press(head, "Approve revision 1");
  await expect(head.getByRole("status")).toContainText("Approved: revision 1 of the comment on 4.6");
}

async function fillBands(page: Page, bands: Record<"Adequate" | "Good" | "Outstanding", string>) {
  for (const [level, typed] of Object.entries(bands)) await page.getByLabel(level, { exact: true }).fill(typed);
  await press(page, "Preview the change");
}

test("an officer changes bands from a month in the middle, reads what goes with them, saves, and the approval is back in the queue", async ({
  as,
}) => {
  test.slow();
  const [page, lead, head] = [await as("officer"), await as("lead.workforce"), await as("head.workforce")];
  await approved(lead, head, "Two workers came back from leave.");

  await page.goto(indicator);
  await page.getByRole("link", { name: "Change what 4.6 is" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What 4.6 is" })).toBeVisible();
  await page.getByLabel("From which month").selectOption({ label: "November 2013" });
  await press(page, "Fill in the form");
  await expect(page.getByLabel("Outstanding", { exact: true })).toHaveValue("below 20");

  await fillBands(page, { Adequate: "30-26", Good: "25-23", Outstanding: "22+" });
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "“22+” is for figures where higher is better, and here lower is better.",
  );
  await expect(page.getByLabel("Good", { exact: true })).toHaveValue("25-23");
  await fillBands(page, { Adequate: "30-26", Good: "25-24", Outstanding: "below 24" });
  const changes = region(page, "Months that change");
  await expect(page.getByText(/^2 grades change, 1 approval lapses/)).toBeVisible();
  await expect(
    page.getByText(/It reaches into a month that is over: November 2013\. November 2013 is published/),
  ).toBeVisible();
  await expect(changes.getByRole("row", { name: "November 2013 published grade Good Outstanding" })).toBeVisible();
  await expect(changes.getByRole("row", { name: "December 2013 open grade Good Outstanding" })).toBeVisible();
  await expect(changes.getByRole("row", { name: /December 2013 open approval .*: holds .*: lapses$/ })).toBeVisible();
  await expectGoodPage(page);
  await page.getByLabel("Why").fill("The board agreed them in October.");
  await press(page, "Save the change");
  await expect(page.getByRole("status")).toHaveText("It is changed, as it was previewed.");
  await expect(region(page, "What it is, from month to month")).toContainText("From November 2013");
  await expectGoodPage(page);

  await head.goto("/approvals");
  await queue(head).getByRole("link", { name: "4.6" }).click();
  await expect(head.getByRole("article")).toContainText("Outstanding");
  await page.goto(`${scorecard}/dictionary?month=2013-11`);
  await expect(page.getByRole("article", { name: "4.6" })).toContainText("below 24");
  await page.goto(`${scorecard}/dictionary?month=2013-11&edition=2013-11.1`);
  await expect(page.getByRole("article", { name: "4.6" })).toContainText("below 20");

  await head.goto("/history?indicator=4.6&verb=indicator.define");
  await expect(head.getByText(/changed what 4\.6 is from November 2013/).first()).toBeVisible();
});

test("a mistake is withdrawn and milestones are set, without a script", async ({ as }) => {
  const page = await as("officer", { javaScriptEnabled: false });
  const own = `${scorecard}/indicators/4.5`;
  await page.goto(`${own}/definition/milestones`);
  await page.getByLabel("June 2014").fill("24");
  await press(page, "Preview the milestones");
  await expect(page.getByText("1 milestone changes.")).toBeVisible();
  await page.getByLabel("Why").fill("The plan was mended.");
  await press(page, "Save the milestones");
  await expect(page.getByRole("status")).toHaveText("The milestones are set, as they were previewed.");

  await page.goto(`${own}/definition?from=2014-06`);
  await page.getByLabel("Due", { exact: true }).selectOption({ label: "every quarter" });
  await press(page, "Preview the change");
  await press(page, "Save the change");
  await expect(page.getByRole("status")).toHaveText("It is changed, as it was previewed.");
  await page.getByRole("link", { name: "Withdraw Due from June 2014" }).click();
  await page.getByLabel("Why").fill("It is due every month after all.");
  await press(page, "Withdraw it");
  await expect(page.getByRole("status")).toContainText("It is withdrawn.");
  await expect(page.getByRole("row", { name: /^Due from June 2014/ })).toContainText(
    "It is due every month after all.",
  );
});
