import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const december = "/returns/2013-12";
const cell = (page: Page, ref: string) => page.getByRole("textbox", { name: `${ref}, December 2013` });
const row = (page: Page, ref: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: ref, exact: true }) });
const reason = (page: Page, ref: string) => row(page, ref).getByLabel("Why does it change?");

test("a figure that was imported changes with a reason alone, by keyboard, and the history tells it", async ({
  as,
}) => {
  const page = await as("lead.workforce");
  await page.goto(december);
  await expect(cell(page, "4.2")).toHaveValue("40");
  await cell(page, "4.2").focus();
  await cell(page, "4.2").selectText();
  await page.keyboard.type("41");
  await expect(row(page, "4.2").getByRole("group", { name: "It was imported." })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(reason(page, "4.2")).toBeFocused();
  await expect(row(page, "4.2")).toContainText("Say why 40 becomes 41. It was imported.");
  await expect(row(page, "4.2")).toContainText("Not saved: 40 is still recorded");
  await expect(page.getByRole("status").getByText(/^4\.2 not saved: Say why 40 becomes 41/)).toBeAttached();
  await expectGoodPage(page);
  await page.keyboard.press("L");
  await page.keyboard.press("Tab");
  await page.keyboard.type("one starter was entered in January");
  await page.keyboard.press("Enter");
  await expect(row(page, "4.2")).toContainText(/Saved \d\d:\d\d/);
  await expect(cell(page, "4.3")).toBeFocused();
  await expect(reason(page, "4.2")).toHaveCount(0);

  await page.keyboard.press("Control+z");
  await expect(cell(page, "4.2")).toHaveValue("40");
  await expect(page.getByRole("status").getByText("Undone: 4.2 says 40")).toBeAttached();
  await page.goto("/history?indicator=4.2&month=2013-12");
  await expect(page.getByText("Reason: Late records came in: one starter was entered in January")).toBeVisible();
  await expect(page.getByText("Reason: Undone by who had saved it")).toBeVisible();
});

test("Esc in the reason brings the imported figure back, and clearing it by key asks for one too", async ({ as }) => {
  const page = await as("lead.workforce");
  await page.goto(december);
  await cell(page, "4.4").fill("39");
  await cell(page, "4.4").press("Tab");
  await expect(reason(page, "4.4")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(cell(page, "4.4")).toBeFocused();
  await expect(cell(page, "4.4")).toHaveValue("38");
  await page.keyboard.press("Delete");
  const dialog = page.getByRole("dialog", { name: "Clear 4.4?" });
  await expect(dialog).toContainText("4.4: It was imported.");
  await dialog.getByRole("button", { name: "Clear 4.4" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Say why it is taken back.");
  await expectGoodPage(page);
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await page.reload();
  await expect(cell(page, "4.4")).toHaveValue("38");
});

test("without a script the row comes back with the question, and is saved once it is answered", async ({ as }) => {
  const page = await as("lead.workforce", { javaScriptEnabled: false });
  await page.goto(december);
  await cell(page, "4.4").fill("39");
  await page.getByRole("button", { name: "Save figures" }).click();
  await expect(page.getByRole("alert")).toContainText("4.4: Say why 38 becomes 39. It was imported.");
  await expect(cell(page, "4.4")).toHaveValue("39");
  await reason(page, "4.4").selectOption({ label: "It was typed wrongly" });
  await page.getByRole("button", { name: "Save figures" }).click();
  await expect(page.getByText("Saved: 1 row.")).toBeVisible();
  await cell(page, "4.4").fill("38");
  await page.getByRole("button", { name: "Save figures" }).click();
  await expect(page.getByText("Saved: 1 row.")).toBeVisible();
  await expect(cell(page, "4.4")).toHaveValue("38");
});
