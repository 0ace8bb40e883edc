import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "#e2e/fixtures";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";

type Tag = { role: string; alt?: string; children?: Tag[] };

/** Every element of its structure, page by page. */
async function tagsIn(pdf: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<Tag[]> {
  const within = (tag: Tag): Tag[] => [tag, ...(tag.children ?? []).flatMap(within)];
  const pages = Array.from({ length: pdf.numPages }, async (_, index) =>
    (await pdf.getPage(index + 1)).getStructTree(),
  );
  return (await Promise.all(pages)).flatMap((page) => (page ? within(page as unknown as Tag) : []));
}

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
    return { rows, said: [...table.querySelectorAll(".said p:first-child")].map((words) => words.textContent ?? "") };
  });

test("a reader takes the board pack of an edition away: another program finds it tagged, in English, with title, outline, and every word and figure of the screen", async ({
  as,
}) => {
  const page = await as("reader", { javaScriptEnabled: false });
  await page.goto(scorecard);
  const { rows, said } = await onScreen(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Board pack (PDF)", exact: true }).click(),
  ]);
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
  const tags = await tagsIn(pdf);
  const roles = new Set(tags.map(({ role }) => role));
  for (const role of ["H1", "H2", "Table", "TR", "TH", "TD", "L", "LI"]) expect(roles).toContain(role);
  const charts = tags.filter(({ role }) => role === "Figure");
  expect(charts).toHaveLength(15);
  for (const { alt } of charts) expect(alt).toMatch(/^Chart of \d/);

  const { text } = await extractText(pdf, { mergePages: true });
  expect(rows).toHaveLength(16);
  const whole = squeezed(text);
  expect([...rows, ...said].filter((words) => !whole.includes(squeezed(words)))).toEqual([]);
});

test("the list of editions has each one's pack, on A4 and on A3, the same pages larger", async ({ as }) => {
  const page = await as("head");
  await page.goto(`${scorecard}/editions`);
  const take = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).first().click()]);
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
  const [small, large] = [await take("Board pack"), await take("on A3")];
  expect(small.size).toEqual([842, 595]);
  expect(large.size).toEqual([1191, 842]);
  expect(large.name).toMatch(/-edition-2013-11\.1-a3\.pdf$/);
  expect(large.pages).toBe(small.pages);
  expect(large.undated).toBe(small.undated);
  expect((await page.request.get(`${scorecard}/pack.pdf?paper=A2`)).status()).toBe(400);
});

test("whoever asks what a pack is, or guesses at it, takes none, and months that cannot be are refused", async ({
  as,
}) => {
  const page = await as("auditor");
  const address = `${scorecard}/pack.pdf`;
  const head = await page.request.head(address);
  expect(head.headers()["content-type"]).toBe("application/pdf");
  expect((await page.request.get(address, { headers: { "sec-purpose": "prefetch" } })).status()).toBe(503);
  expect((await page.request.get(`${address}?from=2013-99`)).status()).toBe(400);
  expect((await page.request.get(`${address}?edition=2013-11.9`)).status()).toBe(404);
  expect((await page.request.get("/scorecards/nothing/pack.pdf")).status()).toBe(404);
  expect((await page.request.get(address)).status()).toBe(200);
  await page.goto("/history?verb=scorecard.export");
  await expect(
    page.getByText("Auditor exported the scorecard Children's services improvement scorecard as PDF."),
  ).toHaveCount(1);
});
