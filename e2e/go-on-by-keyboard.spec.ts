import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures";

const january = "/returns/2014-01";
const comment = (ref: string) =>
  `/scorecards/childrens-services-improvement-scorecard/indicators/${ref}/comments/2014-01`;
const cell = (page: Page, ref: string) => page.getByRole("textbox", { name: `${ref}, January 2014` });
const row = (page: Page, ref: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: ref, exact: true }) });
const said = (page: Page) => page.getByRole("status", { name: "What was saved" });

/** Types a figure over what stands in a cell, and presses a key. */
async function type(page: Page, ref: string, figure: string, key = "Tab") {
  await cell(page, ref).focus();
  await cell(page, ref).selectText();
  if (figure === "") await page.keyboard.press("Backspace");
  await page.keyboard.type(figure);
  await page.keyboard.press(key);
}

async function clear(page: Page, ref: string) {
  await cell(page, ref).focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Delete");
  const dialog = page.getByRole("dialog", { name: `Clear ${ref}?` });
  const why = dialog.getByLabel("Why does it change?");
  if (await why.isVisible()) await why.selectOption({ label: "It was typed wrongly" });
  await dialog.getByRole("button", { name: `Clear ${ref}` }).click();
  await expect(cell(page, ref)).toHaveValue("");
  await expect(row(page, ref)).toContainText("Figure or reason needed");
}

test("after each answer the keyboard is in that figure or the next, and Ctrl+Z undoes what was saved", async ({
  as,
}) => {
  const page = await as("lead.participation");
  await page.goto(january);
  await type(page, "3.1", "n/a");
  await expect(row(page, "3.1").getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(cell(page, "3.2")).toBeFocused();
  await expect(row(page, "3.1")).toContainText(/Saved \d\d:\d\d/);
  await page.keyboard.press("Control+z");
  await expect(cell(page, "3.1")).toHaveValue("");
  await expect(cell(page, "3.1")).toBeFocused();

  await type(page, "3.1", "62");
  await expect(row(page, "3.1")).toContainText(/Saved \d\d:\d\d/);
  await type(page, "3.1", "");
  await row(page, "3.1").getByRole("button", { name: "Keep 62" }).focus();
  await page.keyboard.press("Enter");
  await expect(cell(page, "3.1")).toBeFocused();
  await expect(cell(page, "3.1")).toHaveValue("62");

  const other = await page.context().newPage();
  await other.goto(january);
  for (const [theirs, mine, button, next] of [
    ["63", "64", "Keep mine", "3.2"],
    ["65", "66", /^Take what is saved/, "3.1"],
  ] as const) {
    await type(other, "3.1", theirs);
    await expect(row(other, "3.1")).toContainText(/Saved \d\d:\d\d/);
    await type(page, "3.1", mine, "Enter");
    await row(page, "3.1").getByRole("button", { name: button }).focus();
    await page.keyboard.press("Enter");
    await expect(cell(page, next)).toBeFocused();
    await expect(said(page)).not.toContainText("not saved");
    await other.reload();
  }
  await other.close();

  await cell(page, "3.1").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await row(page, "3.1").getByText("Clear 3.1…").click();
  await row(page, "3.1").getByRole("button", { name: "Clear 3.1", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(cell(page, "3.1")).toBeFocused();
  await expect(cell(page, "3.1")).toHaveValue("");
});

test("a figure that was doubted once is not doubted again by undoing, and what was refused is over with Esc", async ({
  as,
}) => {
  const page = await as("lead.assessment");
  await page.goto(january);
  const before = await cell(page, "2.5").inputValue();
  await type(page, "2.5", "420");
  await row(page, "2.5").getByRole("button", { name: "Yes, 420" }).click();
  await expect(said(page)).toContainText("2.5 saved");
  await type(page, "2.5", "6");
  await expect(cell(page, "2.5")).toHaveValue("6");
  await expect(row(page, "2.5")).toContainText(/Saved \d\d:\d\d/);
  await page.keyboard.press("Control+z");
  await expect(said(page)).toContainText("Undone: 2.5 says 420");
  await cell(page, "2.4").click();
  await cell(page, "2.5").click();
  await page.keyboard.type("7");
  await expect(cell(page, "2.5")).toHaveValue("7");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect(cell(page, "2.5")).toHaveValue(before);

  await type(page, "2.5", "abc", "Enter");
  await expect(said(page)).toContainText("2.5 not saved:");
  await page.keyboard.press("Escape");
  await expect(said(page)).toBeEmpty();
});

test("undoing a figure that was explained meanwhile asks why, and takes a reason before anything is written", async ({
  as,
}) => {
  const page = await as("lead.participation");
  await page.goto(january);
  for (const figure of ["70", "72"]) {
    await type(page, "3.3", figure);
    await expect(row(page, "3.3")).toContainText(/Saved \d\d:\d\d/);
    await expect(said(page)).toContainText("3.3 saved");
  }
  const other = await page.context().newPage();
  await other.goto(comment("3.3"));
  await other.getByRole("textbox", { name: "Comment" }).fill("Two more were asked.");
  await other.getByRole("button", { name: "Submit" }).click();
  await expect(other.getByRole("status")).toContainText("Submitted.");

  await cell(page, "3.2").focus();
  await page.keyboard.press("Control+z");
  await expect(said(page)).toContainText(
    "3.3 not saved: Say why 72 becomes 70. A comment that was submitted explains it.",
  );
  await expect(row(page, "3.3")).toContainText("Not saved: 72 is still recorded");
  await expect(cell(page, "3.3")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row(page, "3.3").getByLabel("Why does it change?")).toBeFocused();
  await page.keyboard.press("I");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(row(page, "3.3")).toContainText(/Saved \d\d:\d\d/);
  await expect(cell(page, "3.3")).toHaveValue("70");
  await page.goto("/history?indicator=3.3&month=2014-01");
  await expect(page.getByText("Reason: It was typed wrongly")).toBeVisible();
  await expect(page.getByText("Reason: Undone by who had saved it")).toHaveCount(0);

  await page.goto(january);
  await clear(page, "3.3");
  await other.getByText("Withdraw revision 1", { exact: true }).click();
  await other.getByRole("button", { name: "Yes, withdraw revision 1" }).click();
  await expect(other.getByRole("status")).toContainText("Withdrawn.");
});
