import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";
const comment = (ref: string, month = "2013-12") => `${scorecard}/indicators/${ref}/comments/${month}`;
const words = (page: Page) => page.getByRole("textbox", { name: /^(Comment|Your words)$/ });
const refusal = (page: Page) => page.getByRole("alert").and(page.locator("[aria-labelledby]"));
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("a lead reads why a comment is required, drafts it, submits it, is led to the next and takes it back", async ({
  as,
}) => {
  const page = await as("lead.workforce");
  await page.goto("/returns/2013-12");
  await page.getByText("A comment is required on").getByRole("link", { name: "4.3" }).click();
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toHaveText("Returns›December 2013›4.3");
  await expect(page.getByRole("navigation", { name: "Main" }).locator("[aria-current]")).toHaveText("Returns");
  await expect(
    page.getByText("A comment is required: the grade is Inadequate and the milestone is missed."),
  ).toBeVisible();
  await press(page, "Save draft");
  await expect(refusal(page)).toContainText("Write the comment first.");
  await words(page).fill("Agency staff. ".repeat(750));
  await expect(page.getByText("10,499 of 10,000 characters: 499 too many")).toBeVisible();
  await press(page, "Submit");
  await expect(refusal(page)).toContainText("A comment has at most 10,000 characters.");
  await expect(words(page)).toHaveValue("Agency staff. ".repeat(750));
  await expectGoodPage(page);
  await words(page).fill("Two posts are covered by agency staff until April.");
  await press(page, "Save draft");
  await expect(page.getByRole("status")).toContainText("Draft saved.");
  await expect(page.getByRole("status")).toBeFocused();
  await expect(words(page)).toHaveValue("Two posts are covered by agency staff until April.");
  await expect(page.getByText("Revision 1 is a draft")).toBeVisible();
  await words(page).fill("Two posts are covered by agency staff until May.");
  await press(page, "Save draft");
  await expect(page.getByRole("button", { name: "Submit", exact: true })).toBeEnabled();
  await expect(words(page)).toHaveValue("Two posts are covered by agency staff until May.");
  await words(page).fill("Two posts are covered by agency staff until April, when two starters arrive.");
  await expectGoodPage(page);
  await press(page, "Submit");
  await expect(page.getByRole("status")).toContainText("Submitted.");
  await expect(page.getByRole("status")).toContainText(/Next required: 4\.\d \(\d left\)\./);
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toHaveText("Returns›December 2013›4.3");
  await expect(page.getByText("Revision 1 waits for the head of service")).toBeVisible();
  await expectGoodPage(page);
  await page.getByText("Withdraw revision 1", { exact: true }).click();
  await press(page, "Yes, withdraw revision 1");
  await expect(page.getByRole("status")).toContainText("Withdrawn.");
  await expect(words(page)).toHaveValue(/two starters arrive/);
  await page.goto("/");
  await page.getByText("A comment is required on").first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: /^Comment on/ })).toBeVisible();
});

test("two who write one comment read both texts, and nothing typed is lost", async ({ as }) => {
  const [mine, theirs] = [await as("lead.workforce"), await as("lead.workforce")];
  await mine.goto(comment("4.5"));
  await theirs.goto(comment("4.5"));
  await words(theirs).fill("The caseload is one worker's, who covers two teams.");
  await press(theirs, "Save draft");
  await expect(theirs.getByRole("status")).toContainText("Draft saved.");
  await words(mine).fill("One worker covers two teams until March.");
  await press(mine, "Submit");
  await expect(refusal(mine)).toContainText("The comment on 4.5 for December 2013 changed after you opened it");
  await expect(mine.getByRole("blockquote")).toHaveText("The caseload is one worker's, who covers two teams.");
  await expect(words(mine)).toHaveValue("One worker covers two teams until March.");
  await expectGoodPage(mine);
  await press(mine, "Submit");
  await expect(mine.getByRole("status")).toContainText("Submitted.");
});

test("who may read what: drafts, submissions and the scorecard's words", async ({ as }) => {
  const lead = await as("lead.workforce");
  await lead.goto(comment("4.1"));
  await words(lead).fill("A draft of the workforce team.");
  await press(lead, "Save draft");
  await expect(lead.getByRole("status")).toContainText("Draft saved.");
  const auditor = await as("auditor");
  await auditor.goto(comment("4.1"));
  await expect(auditor.getByRole("blockquote").first()).toHaveText("A draft of the workforce team.");
  await expect(auditor.getByText("Only the team lead of an indicator’s team writes its comments.")).toBeVisible();
  await expectGoodPage(auditor);
  for (const account of ["head.workforce", "lead.assessment", "head", "officer"] as const) {
    const page = await as(account);
    await page.goto(comment("4.1"));
    await expect(page.getByRole("heading", { name: "Comment on 4.1, December 2013" })).toBeVisible();
    await expect(page.getByText("A draft of the workforce team.")).toHaveCount(0);
    await expect(page.getByRole("textbox")).toHaveCount(0);
  }
  const reader = await as("reader");
  expect((await reader.goto(comment("4.1")))?.status()).toBe(404);
  expect((await reader.goto(comment("4.1", "2013-11")))?.status()).toBe(200);
  await expectGoodPage(reader);
});

test("a closed month says why nobody writes there", async ({ as }) => {
  const page = await as("lead.workforce");
  await page.goto(comment("4.3", "2013-11"));
  await expect(page.getByText("November 2013 is published, so no more is written on it.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

test("without a script the words go the same ways, and stay on a refusal", async ({ as }) => {
  const page = await as("lead.workforce", { javaScriptEnabled: false });
  const stale = await as("lead.workforce", { javaScriptEnabled: false });
  await page.goto(comment("4.2"));
  await stale.goto(comment("4.2"));
  await words(page).fill("Three permanent posts were filled.");
  await press(page, "Save draft");
  await expect(page.getByText("Draft saved.")).toBeVisible();
  await words(stale).fill("Four permanent posts were filled.");
  await press(stale, "Save draft");
  await expect(refusal(stale)).toContainText("changed after you opened it");
  await expect(stale.getByRole("blockquote").first()).toHaveText("Three permanent posts were filled.");
  await expect(words(stale)).toHaveValue("Four permanent posts were filled.");
  await press(stale, "Submit");
  await expect(stale.getByText("Submitted.")).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test(`words that name somebody or claim too much are asked about, ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    as,
  }) => {
    const ref = javaScriptEnabled ? "3.3" : "3.2";
    const page = await as("lead.participation", { javaScriptEnabled });
    await page.goto(comment(ref, "2014-01"));
    await words(page).fill("Participation has improved. Sarah, aged 9, came to every meeting.");
    await press(page, "Save draft");
    const look = page.getByText("Worth a second look in these words").locator("..");
    await expect(look.getByRole("listitem")).toContainText(["“Sarah”", "“aged 9”"]);
    await press(page, "Submit");
    await expect(refusal(page)).toContainText("Not submitted yet");
    await expect(words(page)).toHaveValue("Participation has improved. Sarah, aged 9, came to every meeting.");
    if (javaScriptEnabled) await expectGoodPage(page);
    await press(page, "Submit");
    await expect(refusal(page)).toContainText("Say why the words may stand, or change them.");
    await page.getByLabel("Why the words may stand").fill("Sarah is the group's name, by its own wish.");
    if (javaScriptEnabled) {
      page.once("dialog", (dialog) => dialog.accept());
      await page.reload();
      await press(page, "Submit");
      await expect(page.getByLabel("Why the words may stand")).toHaveValue(
        "Sarah is the group's name, by its own wish.",
      );
    }
    await press(page, "Submit");
    await expect(page.getByText("Submitted.")).toBeVisible();
    await expect(page.getByText("its writer said: Sarah is the group's name").first()).toBeVisible();
    const head = await as("head");
    await head.goto("/approvals");
    await head
      .getByRole("navigation")
      .getByRole("link", { name: new RegExp(`^${ref}`) })
      .click();
    await expect(head).toHaveURL(/revision=/);
    await expect(head.getByText("Worth a second look in these words").locator("../..")).toContainText(
      "its writer said: Sarah is the group's name",
    );
    await expectGoodPage(head);
  });
}
