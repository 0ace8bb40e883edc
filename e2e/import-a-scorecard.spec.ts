import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectGoodPage, expectGoodPageEveryWay } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const seed = readFileSync("db/first-scorecard/scorecard.txt", "utf8");
const imports = "/admin/imports";

/** The first scorecard with another measure, so that it is another file; its teams are its own, so that no other task meets them. */
const another = (name: string) => seed.replace("Average Caseload", `Average caseload of the ${name}`);

async function upload(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto(imports);
  await page
    .getByLabel("Scorecard to read")
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
  await page.getByRole("button", { name: "Read the file" }).click();
}

test("an officer uploads a scorecard, corrects what is doubtful and commits it", async ({ as }) => {
  test.slow();
  const page = await as("officer");
  await upload(page, "second.txt", another("second"));
  await expect(page.getByRole("heading", { name: "Review an import" })).toBeVisible();
  const read = page.getByRole("region", { name: "What was read" });
  await expect(read.getByRole("row", { name: /^4\.3/ })).toContainText("32.8");
  await expect(read).toContainText(
    "combined assessment that also had an initial assessment in the previous 12 months.",
  );
  await expect(page.getByText("View|vs and|l Wishes")).toBeVisible();
  await expect(page.getByLabel("Title of section 3")).toHaveValue("Views and Wishes");

  await page.getByLabel("Name of the scorecard").fill("The second scorecard");
  await page.getByLabel("Team of section 1").fill("Second team");
  await page.getByRole("group", { name: /^2\.3/ }).getByLabel("Better is").selectOption("lower");
  await page.getByRole("button", { name: "Keep the answers" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("here lower is better");
  await expect(page.getByLabel("Team of section 1")).toHaveValue("Second team");
  await page.getByRole("group", { name: /^2\.3/ }).getByLabel("Better is").selectOption("higher");
  await page.getByRole("button", { name: "Keep the answers" }).click();
  await expect(page.getByText("Your answers are kept.")).toBeVisible();
  await expect(page.getByLabel("Team of section 1")).toHaveValue("Second team");
  await expect(page.getByText("Corrected; proposed was “Section 1”")).toBeVisible();

  await page.getByRole("button", { name: "Commit the import" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("Tick that you have compared");
  await page.getByLabel("I have compared the reading with the source").check();
  await page.getByRole("button", { name: "Commit the import" }).click();
  await expect(page.getByRole("heading", { name: "An import" })).toBeVisible();
  await expect(page.getByText(/^Committed .* by Performance officer/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Commit the import" })).toHaveCount(0);
  await page.getByRole("link", { name: "The second scorecard" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The second scorecard" })).toBeVisible();
});

test("the review is good at every size, light and dark", async ({ as }) => {
  // The largest page there is, looked at four times.
  test.slow();
  const page = await as("officer");
  await upload(page, "looked-at.txt", another("looked at"));
  await expect(page.getByRole("heading", { name: "Review an import" })).toBeVisible();
  await expectGoodPageEveryWay(page);
});

test("the same works without JavaScript", async ({ as }) => {
  const page = await as("officer", { javaScriptEnabled: false });
  await upload(page, "third.txt", another("third"));
  await page.getByLabel("Name of the scorecard").fill("");
  await page.getByRole("button", { name: "Keep the answers" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("a scorecard needs a name");
  await page.getByLabel("Name of the scorecard").fill("The third scorecard");
  await page.getByLabel("I have compared the reading with the source").check();
  await page.getByRole("button", { name: "Commit the import" }).click();
  await expect(page.getByRole("link", { name: "The third scorecard" })).toBeVisible();
});

test("the same file again leads to the import it already is", async ({ as }) => {
  test.slow();
  const page = await as("officer");
  await upload(page, "renamed.txt", seed);
  await expect(page.getByText("This very file was read before")).toBeVisible();
  await expect(page.getByRole("heading", { name: "An import" })).toBeVisible();
  await expectGoodPage(page);
});

test("a file that cannot be read is refused with the row and column of each problem, and nothing is kept", async ({
  as,
}) => {
  test.slow();
  const page = await as("officer");
  await upload(page, "broken.txt", seed.replace("\t69\t", "\tsixty\t").replace("70-79", "seventy"));
  await expect(page.getByRole("row", { name: /^Row 7, column 9/ })).toContainText("“sixty” is not a figure");
  await expect(page.getByRole("row", { name: /^Row 9, column 6/ })).toContainText("“seventy” cannot be read as a band");
  await expectGoodPage(page);
  await upload(page, "empty.txt", "");
  await expect(page.getByText("The file is empty.")).toBeVisible();
  await upload(page, "scorecard.pdf", Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 0xff]));
  await expect(page.getByRole("alert")).toBeVisible();
  await upload(page, "large.txt", Buffer.alloc(20 * 1024 * 1024, "a"));
  await expect(page.getByText("The file is larger than 1 MB")).toBeVisible();
  await page.getByRole("link", { name: "Back to imports" }).click();
  await expect(page.getByRole("region", { name: "Imports" })).not.toContainText("broken.txt");
  await expectGoodPage(page);
});

test("nobody but the officer imports", async ({ as }) => {
  for (const account of ["lead.assessment", "head", "auditor", "reader"] as const) {
    const page = await as(account);
    expect((await page.goto(imports))?.status()).toBe(403);
    const sent = await page.request.post("/api/imports", {
      multipart: { file: { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(seed) } },
    });
    expect(sent.status()).toBe(403);
    expect(await sent.text()).toContain("Only the performance officer imports scorecards.");
  }
});
