import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures";

const january = "/returns/2014-01";
const cell = (page: Page, ref: string) => page.getByRole("textbox", { name: `${ref}, January 2014` });
const row = (page: Page, ref: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: ref, exact: true }) });
const others = (now: string, all: [string, string, string]) => all.filter((each) => each !== now);

async function record(page: Page, ref: string, figure = "") {
  await cell(page, ref).fill(figure);
  await cell(page, ref).press("Enter");
  await expect(row(page, ref)).toContainText(/Saved \d\d:\d\d/);
  await expect(row(page, ref)).not.toContainText("Not saved");
}

test("after recording and Back the return shows what was recorded, and takes the next without a conflict", async ({
  as,
}) => {
  const page = await as("lead.assessment");
  await page.goto(january);
  const [one, two] = others(await cell(page, "1.1").inputValue(), ["23", "25", "26"]);
  await record(page, "1.1", one);
  await row(page, "1.1")
    .getByRole("link", { name: /omment on 1\.1/ })
    .click();
  await expect(page.getByRole("heading", { name: "Comment on 1.1, January 2014" })).toBeVisible();
  await page.goBack();
  await expect(cell(page, "1.1")).toHaveValue(one ?? "");
  await record(page, "1.1", two);
  await page.goForward();
  await expect(page.getByRole("heading", { name: "Comment on 1.1, January 2014" })).toBeVisible();
  await expect(page.locator("main")).toContainText(two ?? "");
  await page.goBack();
  await expect(cell(page, "1.1")).toHaveValue(two ?? "");
  await expect(row(page, "1.1")).not.toContainText("changed to");
});

test("a figure that is still on its way when one follows a link is there on coming back", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.goto(january);
  const [one, two] = others(await cell(page, "1.1").inputValue(), ["23", "25", "26"]);
  await page.route("**/returns/2014-01", async (route) => {
    if (route.request().method() === "POST") await new Promise((resolve) => setTimeout(resolve, 500));
    await route.fallback();
  });
  await cell(page, "1.1").fill(one ?? "");
  await row(page, "1.1")
    .getByRole("link", { name: /omment on 1\.1/ })
    .click();
  await expect(page.getByRole("heading", { name: "Comment on 1.1, January 2014" })).toBeVisible();
  await page.waitForTimeout(700);
  await page.goBack();
  await expect(cell(page, "1.1")).toHaveValue(one ?? "");
  await record(page, "1.1", two);
});

test("a page that one comes back to, or a tab that was put aside, shows what somebody else saved meanwhile", async ({
  as,
}) => {
  const [mine, theirs] = [await as("lead.assessment"), await as("lead.assessment")];
  await mine.goto("/returns");
  await mine.getByRole("link", { name: "January 2014" }).click();
  await expect(cell(mine, "1.2")).toBeVisible();
  await mine.getByRole("link", { name: "Home", exact: true }).click();
  await expect(mine).toHaveURL(/\/$/);
  await theirs.goto(january);
  const [one, two] = others(await cell(theirs, "1.2").inputValue(), ["15.1", "15.3", "15.5"]);
  await record(theirs, "1.2", one);
  await mine.goBack();
  await expect(cell(mine, "1.2")).toHaveValue(one ?? "");
  await record(theirs, "1.2", two);
  await mine.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(cell(mine, "1.2")).toHaveValue(two ?? "");
});

test("a link leads on without loading a document anew; one for another tab, or of a file, is the browser's", async ({
  as,
}) => {
  const page = await as("reader");
  await page.goto("/scorecards/childrens-services-improvement-scorecard");
  await page.evaluate(() => document.body.setAttribute("data-loaded", "once"));
  const sameDocument = page.locator("body[data-loaded=once]");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Notices" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Notices");
  await page.goBack();
  await expect(sameDocument).toBeAttached();
  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    page
      .getByRole("link", { name: "2.1", exact: true })
      .first()
      .click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await expect(tab.getByRole("heading", { level: 1 })).toBeVisible();
  await tab.close();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /CSV/ }).first().click(),
  ]);
  expect(file.suggestedFilename()).toContain(".csv");
  await page.getByRole("link", { name: "2.1", exact: true }).first().click();
  await expect(page).toHaveURL(/indicators\/2\.1/);
  await expect(sameDocument).toBeAttached();
});
