import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import exceljs from "exceljs";
import { extractText, getDocumentProxy } from "unpdf";
import { expectGoodPageEveryWay } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { flat, outlineOf, structureOf } from "#e2e/read-pdf";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";

const squeezed = (text: string) => text.replaceAll(/\s+/g, "");

/** What the screen says of each indicator of an edition, in the order in which the pack says it; and the comments under them. */
const onScreen = (page: Page) =>
  page.locator(".sheet").evaluate((table) => {
    const rows = [...table.querySelectorAll("tbody tr")].flatMap((row) => {
      const measure = row.querySelector(".measure");
      if (!measure) return [];
      const cells = [...row.querySelectorAll("td[data-l]")].map((cell) => cell.textContent);
      const direction = measure.querySelector("span")?.textContent;
      return `${row.querySelector("th")?.textContent} ${measure.firstChild?.textContent} (${direction}) ${cells.join(" ")}`;
    });
    const measures = [...table.querySelectorAll("tbody .measure")].map(
      ({ firstChild }) => firstChild?.textContent ?? "",
    );
    return {
      rows,
      measures,
      said: [...table.querySelectorAll(".said p:first-child")].map((words) => words.textContent ?? ""),
    };
  });

/** Asks for the pack that a page is of, waits for it among one's files, and takes it away. */
async function takePack(page: Page, paper = "A4") {
  await page.getByLabel("Paper").selectOption(paper);
  await page.getByRole("button", { name: "Make the board pack" }).click();
  await expect(page.getByText("The file is asked for.")).toBeVisible();
  const newest = page.getByRole("main").getByRole("listitem").first();
  await expect(newest.getByRole("heading")).toContainText(`on ${paper}`);
  const download = newest.getByRole("link", { name: /^Download/ });
  // Without a script the page is looked at again by its link.
  await expect(async () => {
    const again = page.getByRole("link", { name: "Look again" });
    if (await again.isVisible()) await again.click();
    await expect(download).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  const [file] = await Promise.all([page.waitForEvent("download"), download.click()]);
  return file;
}

test("a reader takes the board pack of an edition away: another program finds it tagged, in English, with title, outline, and every word and figure of the screen", async ({
  as,
}) => {
  const page = await as("reader", { javaScriptEnabled: false });
  await page.goto(scorecard);
  const { rows, measures, said } = await onScreen(page);
  await page.getByRole("link", { name: "Board pack (PDF)", exact: true }).click();
  const file = await takePack(page);
  expect(file.suggestedFilename()).toMatch(/-edition-2013-11\.1\.pdf$/);

  const pdf = await getDocumentProxy(new Uint8Array(await readFile(await file.path())));
  const [marks, { info }, outline, first, script] = await Promise.all([
    pdf.getMarkInfo(),
    pdf.getMetadata(),
    pdf.getOutline(),
    pdf.getPage(1),
    pdf.getJSActions(),
  ]);
  expect(marks).toMatchObject({ Marked: true });
  expect(info).toMatchObject({
    Language: "en-GB",
    Title: "Children's services improvement scorecard: board pack, Edition 1 of November 2013",
  });
  expect(outline.map(({ title }) => title)).toEqual([
    "Children's services improvement scorecard",
    "Quality of Practice",
    "Definitions",
  ]);
  expect(script).toBeNull();
  const [, , width = 0, height = 0] = first.view;
  expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
  const { pages, untagged } = await structureOf(pdf);
  const tags = flat(pages.flat());
  const roles = new Set(tags.map(({ role }) => role));
  for (const role of ["H1", "H2", "Table", "TR", "TH", "TD", "L", "LI"]) expect(roles).toContain(role);
  const charts = tags.filter(({ role }) => role === "Figure");
  expect(charts).toHaveLength(15);
  for (const { alt } of charts) expect(alt).toMatch(/^Chart of \d/);

  // What PDF/UA asks for and a program can see: the title is shown, all words are tagged, headings go down one
  // level at a time and are the outline, cells are in rows of tables that have headers.
  expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
  expect(marks).toMatchObject({ Suspects: false });
  // Chromium marks no ornament as one: the foot of each page, and the scale and the levels' letters beside a chart.
  const ornament = /^(\d+|[A-Z]|Page \d+ of \d+|Children's services improvement scorecard · Edition 1 .*)$/;
  expect(untagged.filter((words) => !ornament.test(words))).toEqual([]);
  const headings = tags.filter(({ role }) => /^H\d$/.test(role));
  const levels = headings.map(({ role }) => Number(role.slice(1)));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)).toEqual([]);
  const entries = outlineOf(outline);
  expect(entries.map(({ title }) => squeezed(title))).toEqual(headings.map(({ text }) => squeezed(text)));
  expect(entries.map(({ depth }) => depth)).toEqual(levels);
  expect(measures.filter((measure) => !entries.some(({ title }) => title.endsWith(measure)))).toEqual([]);
  const tables = pages.map((page) => flat(page).filter(({ role }) => role === "Table"));
  for (const [index, those] of tables.entries()) {
    for (const [at, table] of those.entries()) {
      const rows = flat([table]).filter(({ role }) => role === "TR");
      const roles = rows.map((row) => row.within.map(({ role }) => role));
      const goesOn = at === 0 && (tables[index - 1]?.length ?? 0) > 0;
      if (!goesOn) expect(new Set(roles[0])).toEqual(new Set(["TH"]));
      expect(roles.filter((cells) => cells[0] !== "TH")).toEqual([]);
    }
  }

  const { text } = await extractText(pdf, { mergePages: true });
  expect(rows).toHaveLength(16);
  const whole = squeezed(text);
  expect([...rows, ...said].filter((words) => !whole.includes(squeezed(words)))).toEqual([]);
});

test("the list of editions leads to each one's pack, on A4 and on A3, the same pages larger", async ({ as }) => {
  const page = await as("head");
  const take = async (paper: string) => {
    await page.goto(`${scorecard}/editions`);
    await page.getByRole("link", { name: "Board pack" }).first().click();
    const file = await takePack(page, paper);
    const pdf = await getDocumentProxy(new Uint8Array(await readFile(await file.path())));
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
    const { text } = await extractText(pdf, { mergePages: true });
    const undated = squeezed(text)
      .replaceAll(/made.{0,60}?\(Europe/gi, "")
      .replaceAll(/historysealed.{0,90}?Page/g, "");
    return {
      name: file.suggestedFilename(),
      size: [Math.round(width), Math.round(height)],
      pages: pdf.numPages,
      undated,
    };
  };
  const [small, large] = [await take("A4"), await take("A3")];
  expect(small.size).toEqual([842, 595]);
  expect(large.size).toEqual([1191, 842]);
  expect(large.name).toMatch(/-edition-2013-11\.1-a3\.pdf$/);
  expect(large.pages).toBe(small.pages);
  expect(large.undated).toBe(small.undated);
});

test("a file is for who had it made, is entered once, and can be cancelled while it waits", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/files");
  await expect(page.getByText("No files")).toBeVisible();
  await page.goto(`${scorecard}/pack?from=2013-99`);
  await expect(page.getByRole("alert").filter({ hasText: "is not a month" })).toBeVisible();
  await page.goto(`${scorecard}/pack?from=2013-11`);
  const file = await takePack(page);
  expect(file.suggestedFilename()).toMatch(/^childrens-services-improvement-scorecard-2013-11-to-.+\.pdf$/);
  const address = (await page.getByRole("link", { name: /^Download/ }).getAttribute("href"))!;
  expect((await page.request.head(address)).headers()["content-type"]).toBe("application/pdf");
  expect((await page.request.get(address, { headers: { "sec-purpose": "prefetch" } })).status()).toBe(503);
  const other = await as("officer");
  expect((await other.request.get(address)).status()).toBe(404);
  expect((await other.request.get("/files/nothing")).status()).toBe(404);

  await page.goto(`${scorecard}/pack`);
  await page.getByRole("button", { name: "Make the board pack" }).click();
  await page.getByRole("button", { name: "Cancel it" }).click();
  await expect(page.getByText("It is cancelled.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem").last()).toContainText("Cancelled");
  await expectGoodPageEveryWay(page);

  await page.goto("/history?verb=scorecard.export");
  await expect(
    page.getByText("Auditor exported the scorecard Children's services improvement scorecard as PDF."),
  ).toHaveCount(2);
});

test("a workbook is made and kept, taken away as it is at once, and deleted by who had it made", async ({ as }) => {
  const page = await as("lead.assessment", { javaScriptEnabled: false });
  await page.goto(`${scorecard}/workbook?from=2013-11&to=2013-12`);
  await expect(page.getByText("November 2013 to December 2013")).toBeVisible();
  await page.getByLabel("Form").selectOption("XLSX");
  await page.getByRole("button", { name: "Make it and keep it" }).click();
  const newest = page.getByRole("main").getByRole("listitem").first();
  await expect(newest.getByRole("heading")).toContainText("Workbook of Children's services improvement scorecard");
  const download = newest.getByRole("link", { name: /^Download \(XLSX\)/ });
  await expect(async () => {
    await page.goto("/files");
    await expect(download).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText("1 of at most 20 files are kept")).toBeVisible();
  const address = (await download.getAttribute("href"))!;
  const taken = await page.request.get(address);
  expect(taken.headers()["content-type"]).toContain("spreadsheetml");
  expect(taken.headers()["content-disposition"]).toMatch(/2013-11-to-2013-12\.xlsx"$/);
  const direct = await page.request.get(`${scorecard}/export.xlsx?from=2013-11&to=2013-12`);
  const [kept, streamed] = [await sheetsOf(await taken.body()), await sheetsOf(await direct.body())];
  // The first says of itself when it was made.
  expect(kept.slice(1, 3)).toEqual(streamed.slice(1, 3));
  const other = await as("lead.participation");
  expect((await other.request.get(address)).status()).toBe(404);
  await newest.getByRole("button", { name: "Delete it" }).click();
  await expect(page.getByText("It is deleted.")).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);
});

/** What stands in each sheet of a workbook. */
async function sheetsOf(bytes: Buffer) {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes as never);
  return book.worksheets.map((sheet) => sheet.getSheetValues());
}
