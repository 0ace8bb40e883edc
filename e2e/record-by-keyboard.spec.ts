import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const january = "/returns/2014-01";
const cell = (page: Page, ref: string) => page.getByRole("textbox", { name: `${ref}, January 2014` });
const row = (page: Page, ref: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: ref, exact: true }) });
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Types a figure into the cell that has the focus, leaves it downwards, and waits until it is saved. */
async function type(page: Page, ref: string, figure: string) {
  await cell(page, ref).focus();
  await cell(page, ref).selectText();
  await page.keyboard.type(figure);
  await press(page, "Enter");
  await expect(row(page, ref)).toContainText(/Saved \d\d:\d\d/);
}
/** Does something that saves, and waits until it is. */
const saving = (page: Page, act: () => Promise<void>) =>
  Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), act()]);
const said = (page: Page, words: string | RegExp) => expect(page.getByRole("status").getByText(words)).toBeAttached();

test("from the top of the page to the figures, from one to the next with Tab, and out behind the last", async ({
  as,
}) => {
  const page = await as("lead.workforce");
  await page.goto(january);
  await press(page, "Tab", "Enter", "Tab");
  await expect(page.getByRole("link", { name: "Go to the figures" })).toBeFocused();
  await press(page, "Enter");
  await expect(cell(page, "4.1")).toBeFocused();
  for (const ref of ["4.2", "4.3", "4.4", "4.5", "4.6"]) {
    await press(page, "Tab");
    await expect(cell(page, ref)).toBeFocused();
  }
  await press(page, "Tab");
  await expect(page.getByRole("button", { name: "Save all figures" })).toBeFocused();
  await press(page, "Shift+Tab");
  await expect(row(page, "4.6").getByRole("button", { name: /for 4\.6$/ })).toBeFocused();
  await cell(page, "4.2").focus();
  await press(page, "Shift+Tab");
  await expect(cell(page, "4.1")).toBeFocused();
  await press(page, "Shift+Tab");
  await expect(cell(page, "4.1")).not.toBeFocused();
  await page.getByText("Keys", { exact: true }).click();
  await expectGoodPage(page);
});

test("Tab stays once with what is no figure, and goes to what is to be chosen", async ({ as }) => {
  const page = await as("lead.workforce");
  await page.goto(january);
  const saved = await cell(page, "4.2").inputValue();
  await cell(page, "4.1").fill("6 8");
  await press(page, "Tab");
  await expect(cell(page, "4.1")).toBeFocused();
  await expect(row(page, "4.1")).toContainText("“6 8” is not a figure.");
  await press(page, "Tab");
  await expect(cell(page, "4.2")).toBeFocused();
  await page.keyboard.type("n/a");
  await press(page, "Tab");
  await expect(row(page, "4.2").getByRole("button", { name: "[x]" })).toBeFocused();
  await press(page, "Alt+ArrowUp");
  await expect(cell(page, "4.2")).toBeFocused();
  await press(page, "Escape");
  await expect(cell(page, "4.2")).toHaveValue(saved);
});

test("the rest of a row is one key away, and saves itself", async ({ as }) => {
  const page = await as("lead.workforce");
  await page.goto(january);
  const details = row(page, "4.1");
  await cell(page, "4.1").focus();
  await press(page, "Alt+ArrowDown");
  const reason = details.getByLabel("There is no figure");
  await expect(reason).toBeFocused();
  await press(page, "ArrowDown", "ArrowDown");
  await expect(details).toContainText("Not saved yet");
  await press(page, "Tab");
  await expect(details).toContainText(/Saved \d\d:\d\d/);
  await expect(cell(page, "4.1")).toHaveValue("[z]");
  await details.getByLabel("Note").focus();
  await page.keyboard.type("Not asked for this month");
  await saving(page, () => press(page, "Shift+Tab"));
  await page.reload();
  await cell(page, "4.1").focus();
  await press(page, "Alt+ArrowDown");
  await expect(details.getByLabel("Note")).toHaveValue("Not asked for this month");

  await reason.selectOption("");
  await cell(page, "4.1").focus();
  await page.keyboard.type("12");
  await saving(page, () => press(page, "Alt+ArrowDown"));
  await expect(details).toContainText(/Saved \d\d:\d\d/);
  await details.getByLabel("Estimated").focus();
  await saving(page, () => press(page, "Space"));
  await page.reload();
  await expect(details).toContainText("estimated");
});

test("F2 edits a figure, Esc brings the saved one back, and the browser undoes what is typed", async ({ as }) => {
  const page = await as("lead.workforce");
  await page.goto(january);
  await type(page, "4.2", "15");
  await press(page, "ArrowUp", "F2", "ArrowLeft");
  await page.keyboard.type("2");
  await expect(cell(page, "4.2")).toHaveValue("125");
  await press(page, "ArrowUp");
  await expect(cell(page, "4.2")).toBeFocused();
  await press(page, "Control+z");
  await expect(cell(page, "4.2")).toHaveValue("15");
  await page.keyboard.type("9");
  await press(page, "Escape");
  await expect(cell(page, "4.2")).toHaveValue("15");
  await press(page, "ArrowDown");
  await expect(cell(page, "4.3")).toBeFocused();
});

test("a saved figure is undone and done again by acts of their own, but never over somebody else's", async ({ as }) => {
  const [page, other] = [await as("lead.workforce"), await as("lead.workforce")];
  await page.goto(january);
  await type(page, "4.3", "30");
  await type(page, "4.4", "7");
  await type(page, "4.3", "31");
  await press(page, "Control+z");
  await expect(cell(page, "4.3")).toHaveValue("30");
  await expect(cell(page, "4.3")).toBeFocused();
  await said(page, "Undone: 4.3 says 30");
  await press(page, "Control+z", "Control+z");
  await said(page, "Undone: 4.3 says no figure");
  await expect(cell(page, "4.4")).toHaveValue("");
  await expect(row(page, "4.3")).toContainText(/Cleared \d\d:\d\d/);
  await press(page, "Control+z");
  await said(page, "Nothing to undo since this page was opened");
  await press(page, "Control+y", "Shift+Meta+z", "Control+y");
  await said(page, "Done again: 4.3 says 31");
  await expect(cell(page, "4.4")).toHaveValue("7");

  await other.goto(january);
  await type(other, "4.3", "40");
  await press(page, "Control+z");
  await expect(row(page, "4.3")).toContainText("4.3 for January 2014 was changed to 40 by");
  await expect(row(page, "4.3")).toContainText("Yours was 30.");
  await row(page, "4.3").getByRole("button", { name: "Take what is saved (40)" }).click();
  await page.reload();
  await expect(cell(page, "4.3")).toHaveValue("40");

  await page.goto("/history?indicator=4.3&month=2014-01");
  for (const [act, times] of [
    ["recorded", 2],
    ["changed", 4],
    ["cleared", 1],
  ] as const) {
    await expect(page.getByText(`Workforce team lead ${act} 4.3 for January 2014.`)).toHaveCount(times);
  }
});

test("a range is selected, copied as a spreadsheet takes it, and cleared after it was asked", async ({ as }) => {
  const page = await as("lead.workforce");
  await page.context().grantPermissions(["clipboard-read"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.goto(january);
  await type(page, "4.5", "21");
  await type(page, "4.6", "22");
  await cell(page, "4.5").focus();
  await cell(page, "4.5").selectText();
  await press(page, "Shift+ArrowDown");
  await said(page, "2 cells selected, from 4.5 to 4.6");
  await press(page, "Control+c");
  await said(page, "2 cells copied");
  expect(await copied()).toBe("21\n22");
  await press(page, "Shift+ArrowLeft", "Control+c");
  expect(await copied()).toMatch(/^[\d.]+\t21\n[\d.]+\t22$/);
  await expectGoodPage(page);
  await row(page, "4.6")
    .getByRole("rowheader")
    .click({ modifiers: ["Shift"] });
  await press(page, "Control+c");
  expect(await copied()).toMatch(/^4\.5\t.+\t[\d.]+\t21\n4\.6\t.+\t[\d.]+\t22$/);

  await press(page, "Delete");
  const dialog = page.getByRole("dialog", { name: "Clear 2 figures?" });
  await expect(dialog).toContainText("4.5 21");
  await expect(dialog).toContainText("4.6 22");
  await expectGoodPage(page);
  await press(page, "Escape");
  await expect(dialog).toHaveCount(0);
  await expect(cell(page, "4.5")).toBeFocused();
  // What is typed next would take the figure's place: all of it is selected.
  expect(
    await cell(page, "4.5").evaluate((field: HTMLInputElement) => [field.selectionStart, field.selectionEnd]),
  ).toEqual([0, 2]);
  await press(page, "Shift+ArrowDown", "Delete");
  await dialog.getByRole("button", { name: "Clear 2 figures" }).press("Enter");
  for (const ref of ["4.5", "4.6"]) await expect(row(page, ref)).toContainText(/Cleared \d\d:\d\d/);
  // Each was cleared by an act of its own, sent at the same time: the one done last is undone first.
  await press(page, "Control+z");
  const figures = async () =>
    (await Promise.all(["4.5", "4.6"].map((ref) => cell(page, ref).inputValue()))).join(" and ");
  await expect.poll(figures).toMatch(/^(21 and | and 22)$/);
  await said(page, /^Undone: 4\.[56] says 2[12]$/);
  const standing = await figures();
  await page.reload();
  await expect.poll(figures).toBe(standing);
});
