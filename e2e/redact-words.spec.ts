import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const comment = "/scorecards/childrens-services-improvement-scorecard/indicators/2.2/comments/2014-01";
const authority = "the data protection officer, a request of 3 March";

async function write(page: Page, words: string) {
  await page.goto(comment);
  await page.getByRole("textbox", { name: "Comment" }).fill(words);
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("status")).toContainText("Draft saved");
}

async function propose(page: Page, passage: string, look?: (page: Page) => Promise<unknown>) {
  await page.goto("/history?indicator=2.2&verb=comment.draft");
  const entry = (await page
    .getByText(/Entry [\d,]+/)
    .first()
    .textContent())!
    .match(/[\d,]+/)![0]
    .replaceAll(",", "");
  await page.goto(`/history/${entry}`);
  await page.getByRole("link", { name: /^Propose a redaction of entry/ }).click();
  await expect(page).toHaveTitle(/^Propose a redaction/);
  const form = page.getByRole("form", { name: "Propose a redaction" });
  await look?.(page);
  await form.getByLabel("What of them is to go").selectOption({ label: "A passage of it" });
  await form.getByLabel("The passage, if not all of it").fill(passage);
  await form.getByLabel("On whose authority").fill(`${authority} about ${passage}`);
  await form.getByRole("button", { name: "Propose it" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("say it without them");
  await expect(form.getByLabel("The passage, if not all of it")).toHaveValue(passage);
  await form.getByLabel("What of them is to go").selectOption({ label: "A passage of it" });
  await form.getByLabel("On whose authority").fill(authority);
  await form.getByRole("button", { name: "Propose it" }).click();
  await expect(page.getByRole("status")).toContainText("It is proposed");
}

test("a name is redacted by two people, and every page says by whom and on whose authority", async ({ as }) => {
  const [lead, officer, auditor] = [await as("lead.assessment"), await as("officer"), await as("auditor")];
  await write(lead, "Counted again.");
  await write(lead, "Counted again after the visit to Rosehill.");
  await propose(officer, "Rosehill", expectGoodPage);
  await expect(officer.getByText("You proposed it")).toBeVisible();
  await expect(officer.getByRole("button", { name: "Redact the words" })).toHaveCount(0);

  await auditor.goto("/history");
  await auditor.getByRole("link", { name: "Redactions" }).click();
  await expectGoodPage(auditor);
  await auditor
    .getByRole("row", { name: /Waits to be confirmed/ })
    .getByRole("link")
    .click();
  await expect(auditor.getByRole("row", { name: /^A comment 2\.2 for January 2014 .* The passage$/ })).toBeVisible();
  await expect(auditor.getByRole("row", { name: /^The proposal of a redaction .* All of it$/ })).toBeVisible();
  await expectGoodPage(auditor);
  await auditor.getByRole("button", { name: "Redact the words" }).click();
  await expect(auditor.getByRole("status")).toContainText("The words are gone");

  await lead.goto(comment);
  await expect(lead.getByRole("textbox", { name: "Comment" })).toHaveValue(
    "Counted again after the visit to [redacted].",
  );
  for (const page of [lead, auditor]) {
    await page.goto("/history?indicator=2.2&verb=comment.draft");
    await expect(page.getByText(/the visit to \[redacted\]/).first()).toBeVisible();
    await expect(page.getByText("Rosehill")).toHaveCount(0);
  }
  await officer.goto("/history/redactions");
  await expect(officer.getByRole("row", { name: /2 texts redacted, confirmed by Auditor/ })).toContainText(authority);
});

test("a redaction is proposed, refused with a reason, proposed anew and withdrawn, without JavaScript", async ({
  as,
}) => {
  const lead = await as("lead.assessment");
  const [officer, auditor] = [
    await as("officer", { javaScriptEnabled: false }),
    await as("auditor", { javaScriptEnabled: false }),
  ];
  await write(lead, "Counted again at Millbrook.");
  await propose(auditor, "Millbrook");
  await officer.goto(auditor.url());
  await officer.getByText("Do not redact it").click();
  await officer.getByLabel("Why it is not redacted").fill("A place, and no person.");
  await officer.getByRole("button", { name: "Refuse it" }).click();
  await expect(officer.getByRole("status")).toContainText("It is refused");
  await propose(auditor, "Millbrook");
  await auditor.getByRole("button", { name: "Withdraw it" }).click();
  await expect(auditor.getByRole("status")).toContainText("It is withdrawn");
  await lead.goto(comment);
  await expect(lead.getByRole("textbox", { name: "Comment" })).toHaveValue("Counted again at Millbrook.");
});
