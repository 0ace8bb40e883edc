import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const scorecard = "/scorecards/the-scorecard-by-hand";
const seed = readFileSync("db/first-scorecard/scorecard.txt", "utf8");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** A scorecard of its own, so that no other task counts what is added to it. */
async function importAnother(page: Page) {
  await page.goto("/admin/imports");
  const buffer = Buffer.from(seed.replace("Average Caseload", "Average caseload by hand"));
  await page.getByLabel("Scorecard to read").setInputFiles({ name: "by-hand.txt", mimeType: "text/plain", buffer });
  await press(page, "Read the file");
  await page.getByLabel("Name of the scorecard").fill("The scorecard by hand");
  await page.getByLabel("Team of section 1").fill("Team by hand");
  await page.getByLabel("I have compared the reading with the source").check();
  await press(page, "Commit the import");
  await page.waitForURL(/said=committed/);
}

test("an officer adds an indicator by hand, gives it bands, and ends it", async ({ as }) => {
  test.slow();
  const page = await as("officer");
  await importAnother(page);
  await page.goto(`${scorecard}/dictionary`);
  await page.getByRole("link", { name: "Add an indicator" }).click();
  await page.getByLabel("Ref").fill("1.1");
  await page.getByLabel("Measure").fill("Referrals that came twice");
  await page.getByLabel("Team").selectOption({ label: "Team by hand" });
  await press(page, "Add the indicator");
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "There is an indicator 1.1 already. Give this one another ref.",
  );
  await expect(page.getByLabel("Measure")).toHaveValue("Referrals that came twice");
  await page.getByLabel("Ref").fill("1.3");
  await expectGoodPage(page);
  await press(page, "Add the indicator");
  await expect(page.getByRole("status")).toContainText("It is added, and due from its first month on.");

  await press(page, "Fill in the form");
  await page.getByLabel("Adequate", { exact: true }).fill("50-69");
  await page.getByLabel("Good", { exact: true }).fill("70-89");
  await page.getByLabel("Outstanding", { exact: true }).fill("90+");
  await press(page, "Preview the change");
  await press(page, "Save the change");
  await expect(page.getByRole("status")).toHaveText("It is changed, as it was previewed.");

  await page.getByText("End 1.3", { exact: true }).click();
  await press(page, "Preview the end");
  await page.getByLabel("Why").fill("It was added to try.");
  await expectGoodPage(page);
  await press(page, "End it");
  await expect(page.getByRole("status")).toHaveText("Its end is set. What was recorded up to it stays.");
});
