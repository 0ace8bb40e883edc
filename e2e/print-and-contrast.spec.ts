import { expect, test } from "#e2e/fixtures";

const a4 = { width: 718, height: 1047 };

test("on paper the return is a table without its buttons, whatever the screen's width", async ({ as }) => {
  const page = await as("lead.participation");
  await page.setViewportSize(a4);
  await page.goto("/returns/2014-01");
  await page.emulateMedia({ media: "print" });
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "3.1", exact: true }) });
  expect(await row.evaluate((element) => getComputedStyle(element).display)).toBe("table-row");
  await expect(page.getByRole("columnheader", { name: "PI ref" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
});

test("on paper a section's heading never stands alone at the foot of a page", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/scorecards/childrens-services-improvement-scorecard");
  await page.emulateMedia({ media: "print" });
  const headings = page.locator("tr:has(> [scope=rowgroup])");
  const breaks = await headings.evaluateAll((rows) => rows.map((row) => getComputedStyle(row).breakAfter));
  expect(new Set(breaks)).toEqual(new Set(["avoid"]));
});

test("the scorecard's five months fit a desk's screen", async ({ as }) => {
  const page = await as("auditor");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/scorecards/childrens-services-improvement-scorecard");
  const [table, box] = await page
    .locator(".sheet")
    .evaluate((sheet) => [sheet.scrollWidth, sheet.parentElement!.clientWidth]);
  expect(table).toBeLessThanOrEqual(box!);
});

test("in a browser's own colours the menu marks the place where one is, and no other", async ({ as }) => {
  const page = await as("head");
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/approvals");
  const lines = await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link")
    .evaluateAll((links) =>
      links.map((link) => {
        const { borderBottomColor } = getComputedStyle(link);
        return [link.firstChild?.textContent, borderBottomColor !== getComputedStyle(document.body).backgroundColor];
      }),
    );
  expect(Object.fromEntries(lines as [string, boolean][])).toEqual({
    Home: false,
    Scorecards: false,
    Approvals: true,
    History: false,
    Notices: false,
  });
});

test("a refused upload is a page in Candour's style", async ({ as }) => {
  const page = await as("officer");
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  await page.goto("/admin/imports");
  await page.setInputFiles("input[type=file]", {
    name: "bad.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("x\ty"),
  });
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("heading", { name: "The file was refused" })).toBeVisible();
  expect(await page.locator("section[role=alert]").evaluate((box) => getComputedStyle(box).borderRadius)).toBe("6px");
  expect(complaints.filter((text) => text.includes("Content Security Policy"))).toEqual([]);
});
