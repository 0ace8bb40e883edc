import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const card = "/scorecards/childrens-services-improvement-scorecard";
const month = "2014-01";

test("what a team lead changes is not in the past that the auditor looks at, and is told apart from now", async ({
  as,
}) => {
  const auditor = await as("auditor");
  const lead = await as("lead.workforce");
  const newest = auditor.getByRole("link", { name: /^Cut \d+$/ }).first();

  // The moment before.
  await auditor.goto("/history");
  await auditor.getByRole("link", { name: "As it stood" }).click();
  await expect(newest).toBeVisible();
  await expectGoodPage(auditor);
  const before = String(await newest.textContent());

  // A figure is recorded.
  await lead.goto(`/returns/${month}`);
  const figure = lead.getByRole("row", { name: /^4\.2/ }).getByRole("textbox").first();
  await figure.fill("37");
  await figure.press("Enter");
  await expect(lead.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();

  // The moment before does not know it.
  await auditor.goto(`/history/as-of?cut=${before.replace(/\D/g, "")}`);
  await auditor
    .getByRole("status")
    .getByRole("link", { name: /improvement scorecard/ })
    .click();
  const past = auditor.getByRole("region", { name: "The past" });
  await expect(past).toContainText(`cut ${before.replace(/\D/g, "")}`);
  const row = auditor.getByRole("row", { name: /^4\.2/ });
  await expect(row).not.toContainText("37");
  await expectGoodPage(auditor);

  // What differs is listed, and marked in the table.
  await past.getByRole("link", { name: "What differs from now" }).click();
  const differences = auditor.getByRole("region", { name: /^What differs from now: \d+$/ });
  await expect(differences.getByRole("row", { name: /^4\.2 Figure January 2014/ })).toContainText("37");
  await expect(auditor.getByRole("table").last().getByText("differs").first()).toBeVisible();
  await expectGoodPage(auditor);

  // The way leads on in the past, by its indicator and its theme, and nothing can be changed there.
  await auditor.getByRole("table").last().getByRole("link", { name: "4.2", exact: true }).click();
  await expect(past).toBeVisible();
  await expect(auditor).toHaveURL(/\/indicators\/4\.2\?cut=\d+$/);
  await expect(auditor.getByRole("heading", { name: "History" })).toBeHidden();
  await expectGoodPage(auditor);
  await auditor.getByRole("link", { name: "Quality of Practice" }).click();
  await expect(auditor).toHaveURL(/\/themes\/quality-of-practice\?cut=\d+$/);
  await expect(past).toBeVisible();
  await auditor.getByLabel("Month", { exact: true }).selectOption("2013-12");
  await auditor.getByRole("button", { name: "Show" }).click();
  await expect(past).toBeVisible();
  await past.getByRole("link", { name: "See it as it is now" }).click();
  await expect(past).toBeHidden();

  // Nor does the team's return of then.
  const given = auditor.getByText(/^\d+ due: \d+ given/);
  await auditor.goto(`/returns/${month}/${card.split("/").at(-1)}/workforce`);
  const now = String(await given.textContent());
  await auditor.goto(`/returns/${month}/${card.split("/").at(-1)}/workforce?cut=${before.replace(/\D/g, "")}`);
  await expect(past).toBeVisible();
  await expect(given).not.toHaveText(now);
  await expect(auditor.getByRole("main").getByRole("button")).toHaveCount(0);
  await expectGoodPage(auditor);

  // Seconds later there is a moment that knows it.
  await expect(async () => {
    await auditor.goto("/history/as-of");
    const after = String(await newest.textContent());
    await auditor.goto(`${card}?cut=${after.replace(/\D/g, "")}`);
    await expect(row).toContainText("37", { timeout: 100 });
  }).toPass({ timeout: 30_000 });
});

test("a comment is read as it stood, and none can be written there", async ({ as }) => {
  const auditor = await as("auditor");
  await auditor.goto("/history/as-of");
  const cut = String(
    await auditor
      .getByRole("link", { name: /^Cut \d+$/ })
      .first()
      .textContent(),
  ).replace(/\D/g, "");
  const answer = await auditor.goto(`${card}/indicators/2.1/comments/2013-12?cut=${cut}`);
  expect(answer?.status()).toBe(200);
  await expect(auditor.getByRole("region", { name: "The past" })).toBeVisible();
  await expect(auditor.getByRole("main").getByRole("button")).toHaveCount(0);
  await expect(auditor.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await expectGoodPage(auditor);
});

test("the past weighs hardly more than the present", async ({ as }) => {
  const auditor = await as("auditor");
  await auditor.goto("/history/as-of");
  const cut = String(
    await auditor
      .getByRole("link", { name: /^Cut \d+$/ })
      .first()
      .textContent(),
  ).replace(/\D/g, "");
  for (const path of [card, `${card}/themes/quality-of-practice`, `${card}/indicators/2.1/comments/2013-12`]) {
    const [present, past] = await Promise.all(
      [path, `${path}?cut=${cut}`].map(async (each) => (await (await auditor.request.get(each)).body()).length),
    );
    expect(past! - present!, path).toBeLessThan(3_000);
  }
});

test("the past is taken away as a file of that moment", async ({ as }) => {
  const auditor = await as("auditor");
  await auditor.goto("/history/as-of");
  const cut = String(
    await auditor
      .getByRole("link", { name: /^Cut \d+$/ })
      .first()
      .textContent(),
  ).replace(/\D/g, "");
  await auditor.goto(`${card}?cut=${cut}`);
  const [download] = await Promise.all([
    auditor.waitForEvent("download"),
    auditor.getByRole("link", { name: "Export as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`-cut-${cut}\\.csv$`));
});

test("a moment is chosen without JavaScript, and one that cannot be shown is said so", async ({ as }) => {
  const officer = await as("officer", { javaScriptEnabled: false });
  await officer.goto("/history/as-of");
  await officer.getByLabel("Moment").fill("2014-01-14T09:32");
  await officer.getByRole("button", { name: "Show" }).click();
  await expect(officer.getByText("That was before the first moment that is kept").first()).toBeVisible();
  for (const search of ["at=2014-02-31T09:32", "cut=0", "cut=999999999", "at="]) {
    expect((await officer.request.get(`${card}?${search}`)).status(), search).toBe(404);
    const file = await officer.request.get(`${card}/export.csv?${search}`);
    expect([file.status(), (await file.text()).length > 20], search).toEqual([404, true]);
  }
  await officer.goto(`${card}?cut=999999999`);
  await expect(officer.locator("main")).toContainText("There is no cut 999999999.");
  await officer.goto(`${card}/indicators/2.1?at=2014-02-31T09:32`);
  await expect(officer.locator("main")).toContainText("“2014-02-31T09:32” is not a moment. Give it as year");
});

test("whose roles show them the present alone are refused the past, and it is entered", async ({ as }) => {
  for (const account of ["lead.workforce", "head", "reader"] as const) {
    const page = await as(account);
    for (const path of [
      "/history/as-of",
      `${card}?cut=1`,
      `${card}/indicators/2.1?cut=1`,
      `${card}/export.csv?cut=1`,
    ]) {
      expect((await page.request.get(path)).status(), `${account} at ${path}`).toBe(403);
    }
  }
  const auditor = await as("auditor");
  await auditor.goto("/history?outcome=refused&verb=past.read");
  await expect(auditor.getByText(/^Reader opened a page that is not for their role: /).first()).toBeVisible();
});
