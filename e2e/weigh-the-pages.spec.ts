import pg from "pg";
import { lengthenTrail } from "#bench/lengthen-trail";
import type { Account } from "#e2e/accounts";
import { command } from "#e2e/command";
import { withFilledQueue } from "#e2e/filled-queue";
import { expect, test } from "#e2e/fixtures";
import { largeScorecard } from "#lib/testing/large-scorecard";

const first = "/scorecards/childrens-services-improvement-scorecard";
/** Of 16 indicators and 12 months, under a slug as long as the first scorecard's. */
const year = "a-whole-year-of-the-services-improvement";
/** Of ten years, of which 12 months are shown. */
const decade = "ten-whole-years-of-services-improvement";
const large = "two-hundred-indicators";

/** The most that a page may weigh, its HTML and what React needs beside it, uncompressed, in kB. */
const limits: [path: string, account: Account, kilobytes: number][] = [
  [first, "auditor", 75],
  [`/scorecards/${year}`, "auditor", 75],
  [`/scorecards/${decade}`, "auditor", 75],
  [`/scorecards/${large}`, "auditor", 1500],
  [`${first}/themes/quality-of-practice?month=2013-12`, "auditor", 60],
  [`/scorecards/${year}/themes/theme-1`, "auditor", 60],
  [`${first}/pictures`, "auditor", 80],
  [`/scorecards/${year}/pictures`, "auditor", 110],
  [`${first}/indicators/2.1`, "reader", 60],
  [`/scorecards/${decade}/indicators/1.1`, "auditor", 60],
];

test.beforeAll(async () => {
  const client = new pg.Client({ connectionString: command("db-url", "owner").trim() });
  await client.connect();
  const asOwner = (text: string) => client.query(text);
  await largeScorecard(asOwner, { slug: year, indicators: 16, months: 12 });
  await largeScorecard(asOwner, { slug: decade, indicators: 16, months: 120 });
  await largeScorecard(asOwner, { slug: large, indicators: 200, months: 13 });
  await client.end();
  await lengthenTrail(command("db-url", "owner").trim(), 400);
});

for (const [path, account, kilobytes] of limits) {
  test(`${path} weighs at most ${kilobytes} kB`, async ({ as }) => {
    const page = await as(account);
    const answer = await page.request.get(path);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).byteLength).toBeLessThanOrEqual(kilobytes * 1000);
  });
}

test("the queue of twenty comments that wait, and twenty decided on, weighs at most 60 kB", async ({ as }) => {
  const page = await as("head");
  await withFilledQueue(command("db-url", "owner").trim(), year, async () => {
    const answer = await page.request.get("/approvals");
    const text = await answer.text();
    const links = text.match(/href="\/approvals\?revision=/g) ?? [];
    expect(links.length).toBeGreaterThanOrEqual(40);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
  });
});

test("fifty lines of history weigh at most 60 kB, whoever reads them and whatever they ask", async ({ as }) => {
  const auditor = await as("auditor");
  await auditor.goto("/history?verb=import.commit");
  const whole = String(
    await auditor
      .getByRole("link", { name: /entries$/ })
      .first()
      .getAttribute("href"),
  );
  const asked = ["", "?outcome=done", "?verb=actual.record", "?indicator=2.1", "?month=2013-12"];
  for (const who of ["auditor", "officer", "head", "lead.assessment"] as const) {
    const page = await as(who);
    for (const path of [...asked.map((search) => `/history${search}`), whole]) {
      const answer = await page.request.get(path);
      expect(answer.status()).toBe(200);
      expect((await answer.body()).byteLength, `${who}: ${path}`).toBeLessThanOrEqual(60_000);
    }
  }
});

test("a scorecard of 200 indicators opens by theme, each with all its rows", async ({ as }) => {
  const page = await as("auditor", { javaScriptEnabled: false });
  await page.goto(`/scorecards/${large}`);
  const parts = page.getByRole("navigation", { name: "Parts" });
  const rows = page.getByRole("rowheader", { name: /^\d+\.\d$/ });
  await expect(parts.getByRole("listitem")).toHaveText(["Theme 1", "Theme 2", "Theme 3", "Theme 4", "Theme 5"]);
  await expect(rows).toHaveCount(40);
  await parts.getByRole("link", { name: "Theme 3" }).click();
  await expect(rows).toHaveCount(40);
  await expect(rows.first()).toHaveText("21.1");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(rows.first()).toHaveText("21.1");
});
