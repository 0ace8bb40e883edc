import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const count = (page: Page) => page.getByRole("paragraph").filter({ hasText: /^(over 1,000|[\d,]+) entries$/ });

test("the auditor finds who imported a figure, when, and what each row says", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/history");
  await expect(count(page)).toBeVisible();
  await page.getByLabel("Indicator").selectOption("2.1");
  await page.getByLabel("Month").fill("2013-12");
  await page.getByLabel("What").selectOption("import.commit");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/indicator=2\.1.*month=2013-12/);
  const line = page.getByRole("listitem").filter({ hasText: "imported 2.1 from “scorecard.txt”" }).first();
  // Before its script has begun, it is a link to the same entries.
  const opener = line.getByText("4 entries");
  await expect.poll(() => opener.evaluate((it) => Object.keys(it).some((key) => key.startsWith("__react")))).toBe(true);
  await opener.click();
  await expect(line).toContainText("imported 2.1 for December 2013");
  await expect(line).toContainText("performance officer");
  await expectGoodPage(page);
  await line.getByRole("link", { name: "These entries by themselves" }).click();
  await expect(page.getByText("Entries of: one action")).toBeVisible();
});

test("a team lead reads what their teams did and nothing of another’s", async ({ as }) => {
  const page = await as("lead.workforce");
  await page.goto("/history");
  await expect(page.getByText(/entries of Workforce, and of your own$/)).toBeVisible();
  await page.goto("/history?indicator=2.1");
  await expect(page.getByText("No entry is like that")).toBeVisible();
  await page.getByRole("link", { name: "Indicator: 2.1" }).click();
  await expect(page.getByText("No entry is like that")).toBeHidden();
});

test("a filter that cannot be read is said so, and an export of it refused", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/history?from=2014-02-31");
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("There is no such day.");
  await expectGoodPage(page);
  // What no field of the form is for has nowhere to lead to; what has one, has it though there is little to choose.
  await page.goto("/history?action=1");
  await expect(page.getByRole("alert").getByText("There is no such action.")).toBeVisible();
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(0);
  const lead = await as("lead.workforce");
  await lead.goto(`/history?team=${"a".repeat(101)}`);
  await lead.getByRole("alert").getByRole("link", { name: "There is no such team." }).click();
  await expect(lead.getByRole("combobox", { name: "Team" })).toBeFocused();
  const answer = await page.request.get("/history/export.csv?from=2014-02-31");
  expect(answer.status()).toBe(400);
  expect(await answer.text()).toContain("from: There is no such day.");
});

test("a person is found by their name too, which is typed where there are many", async ({ as }) => {
  const page = await as("auditor");
  const problem = page.getByRole("alert", { name: "There is a problem" });
  await page.goto("/history?verb=import.commit&month=2013-12&person=performance%20officer");
  await expect(page).toHaveURL(/\?person=[\da-f-]{36}&verb=import\.commit&month=2013-12$/);
  await expect(page.getByRole("link", { name: "Person: Performance officer" })).toBeVisible();
  await expect(page.getByLabel("Month")).toHaveValue("2013-12");
  await page.goto("/history?person=Nobody");
  await expect(page.getByRole("link", { name: "Person: nobody signed in" })).toBeVisible();
  await page.goto("/history?person=team%20lead");
  await expect(problem).toContainText("Several people’s names have this in them. Choose one of them.");
  const choice = page.getByRole("combobox", { name: "Person" });
  await expect(choice.getByRole("option", { name: "Assessment team lead" })).toBeAttached();
  await page.goto("/history?person=Nemo");
  await expect(problem).toContainText("Nobody’s name here has this in it.");
  await expectGoodPage(page);
});

test("the filtered history is taken away whole, which is an entry itself", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/history?verb=import.commit&indicator=2.1");
  const counted = await count(page).textContent();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^history-to-\d+\.csv$/);
  const answer = await page.request.get("/history/export.csv?verb=import.commit&indicator=2.1");
  const lines = (await answer.text()).trim().split("\r\n");
  expect(lines[0]).toContain("position,at,person,kind,role,verb,sentence");
  expect(counted).not.toContain("over");
  expect(lines).toHaveLength(1 + Number(counted?.replace(/\D/g, "")));
  await page.goto("/history?verb=history.export");
  await expect(page.getByText("Auditor exported the history.").first()).toBeVisible();
});

test("the history is read without JavaScript, page by page", async ({ as }) => {
  const page = await as("officer", { javaScriptEnabled: false });
  await page.goto("/history");
  await page.getByLabel("Outcome").selectOption("done");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("Outcome: done")).toBeVisible();
  await page.getByRole("link", { name: "Outcome: done" }).click();
  await expect(page).toHaveURL(/\/history$/);
});

test("a reader is refused the history, and a stranger is asked to sign in", async ({ as, browser }) => {
  const page = await as("reader");
  expect((await page.goto("/history"))?.status()).toBe(403);
  expect((await page.request.get("/history/export.csv")).status()).toBe(403);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto("/history?month=2013-12");
  await expect(stranger).toHaveURL(/\/sign-in/);
  await stranger.context().close();
  const auditor = await as("auditor");
  await auditor.goto("/history?outcome=refused");
  await expect(auditor.getByText("Reader was refused: export the history.").first()).toBeVisible();
});

test("what stands behind a line opens for who may read it, and for nobody else", async ({ as, browser }) => {
  const auditor = await as("auditor");
  await auditor.goto("/history?indicator=2.1&month=2013-12&verb=import.commit");
  const line = auditor.getByRole("listitem").filter({ hasText: "imported 2.1 from" }).first();
  await line.getByRole("link", { name: "4 entries" }).click();
  await expect(line).toContainText("imported 2.1 for December 2013");
  await auditor.goto(
    await line.getByRole("link", { name: "These entries by themselves" }).getAttribute("href").then(String),
  );
  const entry = auditor.getByRole("link", { name: /^Entry / }).first();
  const href = String(await entry.getAttribute("href"));
  const answers = async (page: Page) => [
    (await page.request.get(href, { maxRedirects: 0 })).status(),
    (await page.request.get(`/api${href}`)).status(),
  ];
  expect(await answers(auditor)).toEqual([200, 200]);
  expect(await answers(await as("lead.workforce"))).toEqual([404, 404]);
  expect(await answers(await as("reader"))).toEqual([403, 403]);
  const stranger = await (await browser.newContext()).newPage();
  expect(await answers(stranger)).toEqual([307, 401]);
  await stranger.context().close();
});

test("a name, a ref and a month in a line lead on, and a request and an import to all that is of them", async ({
  as,
}) => {
  const page = await as("auditor");
  await page.goto("/history?verb=import.commit&month=2013-12");
  const line = page.getByRole("listitem").filter({ hasText: "rows from" }).first();
  await line.getByRole("link", { name: "Performance officer" }).click();
  await expect(page).toHaveURL(/\/history\?verb=import\.commit&month=2013-12&person=/);
  await expect(page.getByText("Person: Performance officer")).toBeVisible();
  await page.goto("/history?verb=import.commit&month=2013-12&indicator=2.1");
  await page.getByRole("link", { name: "4 entries" }).first().click();
  await page.getByRole("link", { name: "Everything of this import" }).first().click();
  await expect(page.getByText("Entries of: one import")).toBeVisible();
  await page.getByRole("link", { name: "Today" }).click();
  await expect(page).toHaveURL(/import=.*&from=(\d{4}-\d\d-\d\d)&to=\1$/);
  await page.goto("/history?theme=quality-of-practice&verb=import.commit&month=2013-12");
  await expect(page.getByText("Theme: Quality of Practice")).toBeVisible();
  await expectGoodPage(page);
  await page.getByLabel("Team").selectOption({ label: "Assessment" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/team=assessment/);
  await page.goto("/history?indicator=2.1&month=2013-12&verb=import.commit");
  await page.getByRole("link", { name: "4 entries" }).first().click();
  await page.getByRole("link", { name: "These entries by themselves" }).click();
  await expect(page.getByText("Entries of: one action")).toBeVisible();
  await page
    .getByRole("listitem")
    .filter({ hasText: "imported 2.1 for December 2013" })
    .getByRole("link", { name: "December 2013", exact: true })
    .click();
  await expect(page).toHaveURL(/\/indicators\/2\.1\/story\/2013-12$/);
});

test("what is filtered is saved by a name, come back to, and taken away, with a script and without", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/history?outcome=refused&verb=comment.approve");
  await page.getByRole("link", { name: "Save this view" }).click();
  await expect(page.getByText("What: Approved a comment · Outcome: refused").first()).toBeVisible();
  await page.getByLabel("What you call it").fill("Refused approvals");
  await page.getByRole("button", { name: "Save the view" }).click();
  await expect(page.getByRole("status")).toHaveText("It is saved. You find it above the history from now on.");
  await expectGoodPage(page);
  await page.goto("/history");
  await page.getByRole("link", { name: "Refused approvals" }).click();
  await expect(page).toHaveURL(/\/history\?(?=.*verb=comment\.approve)(?=.*outcome=refused)/);
  await expect(page.getByRole("link", { name: "Refused approvals" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("link", { name: "Save this view" })).toBeHidden();
  await expectGoodPage(page);

  // By the same name it is refused, and the name typed stays; without a script as well.
  const still = await as("auditor", { javaScriptEnabled: false });
  await still.goto("/history/views?outcome=done");
  await still.getByLabel("What you call it").fill("Refused approvals");
  await still.getByRole("button", { name: "Save the view" }).click();
  await expect(still.getByRole("alert", { name: "There is a problem" })).toContainText("already");
  await expect(still.getByLabel("What you call it")).toHaveValue("Refused approvals");
  await still.goto("/history/views");
  await still.getByRole("button", { name: "Take away Refused approvals" }).click();
  await expect(still.getByText("You have saved no view")).toBeVisible();
});

test("it is looked through by words in reasons, by address and from one edition to another", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/history");
  await page.getByLabel("Words in reasons").fill("demonstration");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("link", { name: /^Reasons with: “.?demonstration.?”/ })).toBeVisible();
  await expect(page.getByText("Found among the newest 500 acts")).toBeVisible();
  await expect(page.getByText("No entry is like that")).toBeHidden();
  await page.goto("/history?address=203.0.113.9");
  await expect(page.getByText("No entry is like that")).toBeVisible();
  await page.goto("/scorecards/childrens-services-improvement-scorecard/editions");
  await page
    .getByRole("link", { name: /^What was entered for it/ })
    .first()
    .click();
  await expect(page.getByText(/^Entered up to: /)).toBeVisible();
  await expect(page.getByText("No entry is like that")).toBeHidden();
  await expectGoodPage(page);
});
