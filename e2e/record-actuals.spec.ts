import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const january = "/returns/2014-01";
const cell = (page: Page, ref: string) => page.getByRole("textbox", { name: `${ref}, January 2014` });
const row = (page: Page, ref: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: ref, exact: true }) });
/** Not with Delete, which asks at once. */
async function rubOut(page: Page, ref: string) {
  await cell(page, ref).selectText();
  await cell(page, ref).press("Backspace");
}

test("a lead types down the column, sees what each figure earns, and each saves itself", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.goto("/returns");
  await page.getByRole("link", { name: "January 2014" }).click();
  await cell(page, "1.1").fill("24");
  await expect(row(page, "1.1")).toContainText("24 is at or below 24, the edge of Good; below 20 earns Outstanding.");
  await cell(page, "1.1").press("Enter");
  await expect(cell(page, "1.2")).toBeFocused();
  await expect(row(page, "1.1")).toContainText(/Saved \d\d:\d\d/);
  await page.keyboard.type("14.1");
  await page.keyboard.press("Enter");
  await expect(row(page, "1.2")).toContainText(/Saved \d\d:\d\d/);
  await expect(row(page, "1.2")).toContainText("14.1 is above 14, the edge of Good, so Adequate.");
  await page.keyboard.press("ArrowUp");
  await expect(cell(page, "1.2")).toBeFocused();
  await page.keyboard.type("99");
  await page.keyboard.press("Escape");
  await expect(cell(page, "1.2")).toHaveValue("14.1");
  await page.reload();
  await expect(cell(page, "1.1")).toHaveValue("24");
  await expect(cell(page, "1.2")).toHaveValue("14.1");
  await expect(page.getByText(/\d of 7 figures given or explained\./)).toBeVisible();
});

test("what is not a figure is refused in its own sentence, and stays as typed", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.goto(january);
  for (const [typed, message] of [
    ["6 8", "“6 8” is not a figure. Type a percentage from 0 to 100, whole numbers."],
    ["101", "“101” is over 100, and a percentage cannot be."],
    ["-1", "“-1” is below zero, and a percentage cannot be negative."],
    ["68.5", "“68.5” has more decimals than this indicator keeps."],
  ] as const) {
    await cell(page, "2.3").fill(typed);
    await cell(page, "2.3").press("Enter");
    await expect(row(page, "2.3")).toContainText(message);
    await expect(cell(page, "2.3")).toHaveValue(typed);
    await expect(cell(page, "2.3")).toHaveAttribute("aria-invalid", "true");
  }
  await page.getByText("Say why there is none, and more for 2.3").click();
  await expectGoodPage(page);
});

test("a cell takes what people type in spreadsheets, and asks where it could mean two things", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.goto(january);
  await cell(page, "2.3").fill("x");
  await expect(row(page, "2.3").getByText("[x] not available")).toBeVisible();
  await cell(page, "2.3").fill("n/a");
  await cell(page, "2.3").press("Enter");
  await expect(cell(page, "2.3")).toBeFocused();
  await expect(row(page, "2.3")).toContainText("Is “n/a” not available [x] or not applicable [z]?");
  await row(page, "2.3").getByRole("button", { name: "not applicable [z]" }).click();
  await expect(row(page, "2.3")).toContainText(/Saved \d\d:\d\d/);
  await expect(cell(page, "2.3")).toHaveValue("[z]");
  await cell(page, "2.3").fill("9 of 12");
  await expect(row(page, "2.3")).toContainText("9 of 12");
  await cell(page, "2.3").press("Enter");
  await expect(cell(page, "2.3")).toHaveValue("75");
  await expect(row(page, "2.3")).toContainText(/Saved \d\d:\d\d/);
  await cell(page, "2.3").fill("7,5");
  await cell(page, "2.3").press("Enter");
  await expect(row(page, "2.3")).toContainText("Not saved: 75 (9 of 12) is still recorded");
  await expect(page.getByRole("status").getByText(/^2\.3 not saved: “7,5” is not a figure/)).toBeAttached();
  await expectGoodPage(page);
});

test("whose session ended meanwhile is told, and keeps what they typed", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.goto(january);
  await page.context().clearCookies();
  await cell(page, "2.5").fill("7");
  await cell(page, "2.5").press("Enter");
  await expect(row(page, "2.5")).toContainText("Your session has ended, so this was not saved.");
  await expect(cell(page, "2.5")).toHaveValue("7");
});

test("a month without a figure has its reason, and a figure its parts, flags and note", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.goto(january);
  const [reason, parts] = [row(page, "2.2"), row(page, "2.4")];
  await reason.getByText("Say why there is none").click();
  await reason.getByLabel("There is no figure").selectOption({ label: "Not available" });
  await reason.getByLabel("Note").fill("No audit was held");
  await reason.getByRole("button", { name: "Save 2.2" }).click();
  await expect(reason).toContainText(/Saved \d\d:\d\d/);
  await expect(reason).toContainText("not available");

  await parts.getByText("Say why there is none").click();
  await parts.getByLabel("Numerator").fill("17");
  await parts.getByLabel("Denominator").fill("25");
  await parts.getByLabel("Provisional").check();
  await expect(cell(page, "2.4")).toHaveValue("68");
  await parts.getByRole("button", { name: "Save 2.4" }).click();
  await expect(parts).toContainText(/Saved \d\d:\d\d/);
  await page.reload();
  await expect(parts).toContainText("17 of 25");
  await expect(parts).toContainText("provisional");
  await reason.getByText("Note, flags and more").click();
  await expect(reason.getByLabel("Note")).toHaveValue("No audit was held");
});

test("blank is not zero: a figure rubbed out is cleared as an act of its own, or kept", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.goto(january);
  await cell(page, "2.5").fill("0");
  await cell(page, "2.5").press("Enter");
  await expect(row(page, "2.5")).toContainText(/Saved \d\d:\d\d/);
  await rubOut(page, "2.5");
  await cell(page, "2.5").press("Tab");
  await expect(row(page, "2.5")).toContainText("Blank is not zero. Clear 0, or keep it?");
  await row(page, "2.5").getByRole("button", { name: "Keep 0" }).click();
  await expect(cell(page, "2.5")).toHaveValue("0");
  await rubOut(page, "2.5");
  await cell(page, "2.5").press("Tab");
  await row(page, "2.5").getByRole("button", { name: "Clear 0" }).click();
  await expect(row(page, "2.5")).toContainText(/Cleared \d\d:\d\d/);
  await page.reload();
  await expect(cell(page, "2.5")).toHaveValue("");
});

test("two who change one figure see both values, and neither is lost", async ({ as }) => {
  const [mine, theirs] = [await as("lead.assessment"), await as("lead.assessment")];
  await mine.goto(january);
  await theirs.goto(january);
  await cell(theirs, "2.1").fill("88");
  await cell(theirs, "2.1").press("Enter");
  await expect(row(theirs, "2.1")).toContainText(/Saved \d\d:\d\d/);
  await cell(mine, "2.1").fill("87");
  await cell(mine, "2.1").press("Enter");
  await expect(row(mine, "2.1")).toContainText("2.1 for January 2014 was changed to 88 by");
  await expect(row(mine, "2.1")).toContainText("Yours was 87.");
  await expect(cell(mine, "2.1")).toHaveValue("87");
  await row(mine, "2.1").getByRole("button", { name: "Keep mine" }).click();
  await expect(row(mine, "2.1")).toContainText(/Saved \d\d:\d\d/);
  await cell(theirs, "2.1").fill("86");
  await cell(theirs, "2.1").press("Enter");
  await row(theirs, "2.1").getByRole("button", { name: "Take what is saved (87)" }).click();
  await expect(cell(theirs, "2.1")).toHaveValue("87");
});

test("without a script one button sends the rows that changed, and a refused one keeps what was typed", async ({
  as,
}) => {
  const page = await as("lead.participation", { javaScriptEnabled: false });
  const stale = await as("lead.participation", { javaScriptEnabled: false });
  await page.goto(january);
  await stale.goto(january);
  await cell(page, "3.1").fill("81");
  await cell(page, "3.2").fill("7o");
  await page.getByRole("button", { name: "Save figures" }).click();
  await expect(page.getByRole("alert")).toContainText("3.2: “7o” is not a figure.");
  await expect(cell(page, "3.2")).toHaveValue("7o");
  await expect(row(page, "3.1")).toContainText(/Saved \d\d:\d\d/);
  await cell(page, "3.2").fill("70");
  await page.getByRole("button", { name: "Save figures" }).click();
  await expect(page.getByText("Saved: 1 row.")).toBeVisible();

  await cell(stale, "3.1").fill("82");
  await stale.getByRole("button", { name: "Save figures" }).click();
  await expect(row(stale, "3.1")).toContainText("3.1 for January 2014 was changed to 81 by");
  await expect(cell(stale, "3.1")).toHaveValue("82");
  await row(stale, "3.1").getByRole("button", { name: "Keep mine" }).click();
  await expect(cell(stale, "3.1")).toHaveValue("82");
  await expect(stale.getByText("Saved: 1 row.")).toBeVisible();

  await page.goto(january);
  await cell(page, "3.3").fill("9");
  await row(page, "3.2").getByText("Note, flags and more").click();
  await expect(cell(page, "3.3")).toHaveValue("9");
  await expect(row(page, "3.3")).toContainText("Not saved yet");
  await cell(page, "3.3").fill("");
  await row(page, "3.2").getByText("Clear 3.2…").click();
  await row(page, "3.2").getByRole("button", { name: "Clear 3.2" }).click();
  await expect(row(page, "3.2")).toContainText(/Cleared \d\d:\d\d/);

  await page.goto(january);
  await cell(page, "3.2").fill("-");
  await page.getByRole("button", { name: "Save figures" }).click();
  await row(page, "3.2").getByRole("button", { name: "not available [x]" }).click();
  await expect(cell(page, "3.2")).toHaveValue("[x]");
  await page.getByRole("button", { name: "Save figures" }).click();
  await expect(page.getByText("Nothing had changed.")).toBeVisible();
});

test("a return of sixteen rows weighs at most 60 kB", async ({ as }) => {
  const weigh = async (account: "lead.assessment" | "lead.participation") => {
    const page = await as(account);
    const { length } = await (await page.request.get(january)).body();
    await page.goto(january);
    return { bytes: length, rows: await page.getByRole("rowheader").count() };
  };
  const [seven, three] = [await weigh("lead.assessment"), await weigh("lead.participation")];
  const row = (seven.bytes - three.bytes) / (seven.rows - three.rows);
  expect(seven.bytes + (16 - seven.rows) * row).toBeLessThan(60_000);
});

test("a published month says why nobody can type there, and other people have no return", async ({ as }) => {
  const page = await as("lead.workforce");
  await page.goto("/returns/2013-11");
  await expect(row(page, "4.3")).toContainText("November 2013 is published, so its figures are locked.");
  await expect(row(page, "2.1")).toHaveCount(0);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expectGoodPage(page);
  for (const account of ["head", "auditor", "officer", "reader"] as const) {
    const other = await as(account);
    const answer = await other.goto(january);
    expect(answer?.status(), account).toBe(403);
  }
});
