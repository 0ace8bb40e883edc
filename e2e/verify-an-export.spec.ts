import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { unzip } from "#lib/exports/zip";

/** Unpacks what was downloaded where nothing else is, and says what the program in it says. */
async function verified(download: Download, head: string, change = (lines: string) => lines) {
  const folder = mkdtempSync(join(tmpdir(), "candour-outside-"));
  try {
    for (const [name, text] of unzip(readFileSync(await download.path()))) {
      writeFileSync(join(folder, name), name === "entries.jsonl" ? change(text) : text);
    }
    writeFileSync(join(folder, "my-head.txt"), head);
    const env = { NODE_ENV: "production" } as const;
    return spawnSync(process.execPath, ["verify.mjs", "--head", "my-head.txt"], { cwd: folder, env, encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("an export verifies against the head that the auditor kept, with Node alone, and no longer once it is changed", async ({
  as,
}) => {
  const page = await as("auditor");
  const head = page.locator("pre");
  await expect(async () => {
    await page.goto("/history/integrity");
    await expect(head).toContainText("—", { timeout: 1_000 });
  }).toPass();
  const kept = await head.innerText();
  await expectGoodPage(page);
  await page.getByLabel("As of a head that you hold").fill(kept.split("\n")[1]!);
  const [whole] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export everything with proofs" }).click(),
  ]);
  expect(whole.suggestedFilename()).toBe(`history-to-leaf-${kept.split("\n")[1]}.zip`);
  const { stdout, status } = await verified(whole, kept);
  expect(stdout).toContain("None from leaf 0 to");
  expect(status).toBe(0);
  const forged = await verified(whole, kept, (lines) => lines.replace("import.commit", "actual.record"));
  expect(forged.stderr).toMatch(/^Wrong: Line \d+ .* it is not what was sealed/);
  expect(forged.status).toBe(1);

  await page.goto(`/history?indicator=2.1&verb=import.commit`);
  const [part] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export with proofs" }).click(),
  ]);
  const manifest = JSON.parse(unzip(readFileSync(await part.path())).get("manifest.json")!);
  expect(manifest.filter).toEqual({
    words: "Indicator: 2.1; What: Imported a scorecard",
    data: { indicator: "2.1", verb: "import.commit" },
  });
  expect((await verified(part, manifest.head)).stdout).toContain("Nothing is wrong");
  await page.goto("/history?verb=history.export");
  await expect(page.getByText("indicator 2.1, with the proofs of the tree of").first()).toBeVisible();

  expect((await page.request.get("/history/export.zip?head=3")).status()).toBe(404);
  expect((await page.request.get("/history/export.zip?since=5&month=2013-12")).status()).toBe(400);
  expect((await (await as("reader")).request.get("/history/export.zip")).status()).toBe(403);
});

test("one entry is proved from its page, for whoever may see whether the history is sound", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/history?indicator=2.1&month=2013-12&verb=import.commit");
  const line = page.getByRole("listitem").filter({ hasText: "imported 2.1" }).first();
  await line.getByRole("link", { name: "4 entries" }).click();
  await page.goto(String(await line.getByRole("link", { name: "These entries by themselves" }).getAttribute("href")));
  await page
    .getByRole("link", { name: /^Entry / })
    .first()
    .click();
  await page.getByRole("link", { name: "This entry by itself" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Entry ");
  await expectGoodPage(page);
  const address = `${new URL(page.url()).pathname}/proof`;
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Proof that it is sealed" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toMatch(/^Entry \d+ is leaf \d+ of \d+\./);
  expect(text).toContain('"verb": "import.commit"');
  const others = [await as("lead.assessment"), await as("head"), await as("reader")];
  for (const other of others) expect((await other.request.get(address)).status()).toBe(403);
});
