import { readFile } from "node:fs/promises";
import { expect, test } from "#e2e/fixtures";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";

test("a reader takes the board pack of an edition away: tagged, in English, with its title and an outline", async ({
  as,
}) => {
  const page = await as("reader", { javaScriptEnabled: false });
  await page.goto(scorecard);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Board pack (PDF)", exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/-edition-2013-11\.1\.pdf$/);
  const text = (await readFile(await file.path())).toString("latin1");
  expect(text).toMatch(/^%PDF-/);
  expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  expect(text).toMatch(/\/Lang \(en-GB\)/);
  expect(text).toContain("/StructTreeRoot");
  expect(text).toContain("/Outlines");
  expect(text).toMatch(/\/Title [(<]/);
  expect(text).not.toContain("/JavaScript");
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
