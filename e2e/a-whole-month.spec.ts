import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { expectGoodPage, expectGoodPageEveryWay } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { invite, setPassword, signIn } from "#e2e/invite";
import { picture } from "#e2e/picture";

const [name, team, month] = ["The scorecard of a whole month", "Team of a whole month", "2014-05"];
const scorecard = "/scorecards/the-scorecard-of-a-whole-month";
const theMonth = "/months/the-scorecard-of-a-whole-month/2014-05";
const theReturn = "/returns/2014-05/the-scorecard-of-a-whole-month/team-of-a-whole-month";
const theComment = `${scorecard}/indicators/1.1/comments/${month}`;
const restatements = `${scorecard}/indicators/1.1/restatements/${month}`;
const seed = readFileSync("db/first-scorecard/scorecard.txt", "utf8");

const press = (page: Page, button: string | RegExp) => page.getByRole("button", { name: button }).click();
const figure = (page: Page, ref: string) => page.getByRole("textbox", { name: `${ref}, May 2014` });
const row = (page: Page, ref: string) => page.getByRole("row").filter({ has: figure(page, ref) });
const detail = (page: Page) => page.getByRole("article");
const banner = (page: Page) => page.getByRole("region", { name: "The edition" });
const alert = (page: Page) => page.getByRole("alert", { name: "There is a problem" });

let [lead, head] = [null, null] as unknown as [Page, Page];

async function newPerson(browser: Browser, who: string, role: "team lead" | "head of service") {
  const email = `${who}.month@candour.test`;
  const page = await (await browser.newContext()).newPage();
  await setPassword(page, invite(email, "--role", role, "--team", team), "words of a password");
  await signIn(page, email, "words of a password");
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  return page;
}

/** A scorecard of its own, one section of which a team of its own answers for, so that no other task meets its month. */
test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page, "officer@candour.test", "candour-demo");
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/admin/imports");
  const buffer = Buffer.from(seed.replace("Average Caseload", "Average caseload of a whole month"));
  await page.getByLabel("Scorecard to read").setInputFiles({ name: "a-month.txt", mimeType: "text/plain", buffer });
  await press(page, "Read the file");
  await page.getByLabel("Name of the scorecard").fill(name);
  await page.getByLabel("Team of section 1").fill(team);
  await page.getByLabel("I have compared the reading with the source").check();
  await press(page, "Commit the import");
  await expect(page).toHaveURL(/said=committed/);
  await page.close();
  lead = await newPerson(browser, "lead", "team lead");
  head = await newPerson(browser, "head", "head of service");
});

async function comment(words: string) {
  await lead.goto(theComment);
  const fold = lead.getByText(/^(Change the words|Write a new revision)/);
  if (await fold.isVisible()) await fold.click();
  await lead.getByRole("textbox", { name: "Comment" }).fill(words);
  await press(lead, "Save draft");
  await expect(lead.getByRole("status")).toBeVisible();
}

async function submitReturn() {
  await lead.goto(theReturn);
  await press(lead, "Submit the return");
  await expect(lead.getByRole("status")).toHaveText("The return is submitted. Its figures and comments are locked.");
}

async function lookAt(page: Page) {
  await page.goto("/approvals");
  await page.getByRole("navigation", { name: "Waiting for you" }).getByRole("link", { name: "1.1" }).click();
  await expect(page).toHaveURL(/revision=/);
  await expect(detail(page).getByRole("heading", { level: 2 })).toContainText("1.1");
}

test.describe.configure({ mode: "serial" });

test("the officer opens the month; the lead records, explains and submits", async ({ as }) => {
  test.slow();
  const officer = await as("officer");
  await officer.goto(theMonth);
  await expect(officer.getByLabel("Figures due by")).not.toHaveValue("");
  await picture(officer, "1-open");
  await press(officer, "Open May 2014");
  await expect(officer.getByRole("status")).toContainText("May 2014 is open.");

  await lead.goto(`/returns/${month}`);
  await figure(lead, "1.1").fill("28");
  await lead.keyboard.press("Enter");
  await figure(lead, "1.2").fill("x");
  await lead.keyboard.press("Enter");
  await expect(row(lead, "1.2")).toContainText(/Saved \d\d:\d\d/);
  await picture(lead, "2-record");
  await lead.goto(theReturn);
  await expect(lead.getByText(/no comment was written, and one is required: the grade is Adequate/)).toBeVisible();
  await picture(lead, "3-what-stops-it");
  await comment("Two referrals came back.");
  await submitReturn();
});

test("the head returns a comment and approves the next; a reopened return makes the approval lapse", async () => {
  test.slow();
  await lookAt(head);
  await head.getByText("Return with a reason").click();
  await head.getByLabel("Reason").fill("Say how many children there were.");
  await press(head, "Return revision 1");
  await expect(head.getByRole("status")).toContainText("Returned: revision 1 of the comment on 1.1");
  await lead.goto(theComment);
  await expect(lead.getByText("Say how many children there were.").first()).toBeVisible();
  await comment("Two referrals of five came back.");
  await press(lead, "Submit");
  await expect(lead.getByText("Submitted.")).toBeVisible();
  await lookAt(head);
  await picture(head, "4-approve");
  await press(head, "Approve revision 2");
  await expect(head.getByRole("status")).toContainText(
    "Approved: revision 2 of the comment on 1.1 for May 2014, for 28.",
  );

  await lead.goto(theReturn);
  await lead.getByText("Ask for it to be reopened").click();
  await lead.getByLabel("Why it is to be reopened").fill("1.1 is 29.");
  await press(lead, /^Ask$/);
  await expect(lead.getByRole("status")).toContainText("You asked for the return to be reopened.");
  await head.goto(theReturn);
  await press(head, "Reopen the return");
  await expect(head.getByRole("status")).toContainText("The return is reopened.");
  await lead.goto(`/returns/${month}`);
  await figure(lead, "1.1").fill("29");
  const asked = row(lead, "1.1").getByRole("group", { name: /This makes the approval of .+ lapse\.$/ });
  await asked.getByLabel("Why does it change?").selectOption({ label: "Late records came in" });
  await asked.getByLabel("In words").press("Enter");
  await expect(row(lead, "1.1")).toContainText(/Saved \d\d:\d\d/);
  await submitReturn();

  await lookAt(head);
  await expect(detail(head)).toContainText("The approval lapsed: 28 became 29 after it was approved.");
  await picture(head, "5-lapsed");
  await press(head, "Approve revision 2");
  await expect(head.getByRole("status")).toContainText("for 29");
});

test("the officer closes and publishes over what stands in the way; readers see the edition alone", async ({ as }) => {
  test.slow();
  const [officer, reader] = [await as("officer"), await as("reader")];
  await officer.goto(theMonth);
  await picture(officer, "6-close");
  await officer.getByLabel("Why it is closed all the same").fill("The other teams have not begun.");
  await press(officer, /^Close May 2014 over \d+ in the way$/);
  await expect(officer.getByRole("status")).toHaveText("May 2014 is closed. Its figures are locked.");
  // Closed and not published, a figure is not restated.
  await head.goto(restatements);
  await expect(
    head.getByText(/^May 2014 is closed and not published, so 1\.1 is recorded and not restated/),
  ).toBeVisible();
  await reader.goto(scorecard);
  await expect(reader).toHaveURL(`${scorecard}/editions`);

  await officer.goto(`${theMonth}/publish`);
  await officer.getByLabel("Why it is published all the same").fill("The board meets on Monday.");
  await press(officer, /^Publish May 2014 over \d+ in the way$/);
  await expect(officer.getByRole("status")).toContainText("May 2014 is published.");
  await reader.goto(scorecard);
  await expect(reader).toHaveURL(`${scorecard}?edition=${month}.1`);
  await expect(banner(reader)).toContainText("Reason: The board meets on Monday.");
  await expect(reader.getByRole("row", { name: /^1\.1/ })).toContainText("29");
  await picture(reader, "7-edition");
});

test("the head restates a published figure, without a script too, and nobody else does", async ({ as, browser }) => {
  test.slow();
  await lead.goto(restatements);
  await expect(
    lead.getByText("Only the head of service of an indicator’s team restates its published figures."),
  ).toBeVisible();
  await expect(lead.getByRole("form", { name: "Restate the figure" })).toHaveCount(0);
  await lead.goto(`/returns/${month}`);
  await expect(
    lead.getByText(/^May 2014 is published, so its figures are locked\. Its head of service restates/).first(),
  ).toBeVisible();

  const storageState = await head.context().storageState();
  const plain = await (await browser.newContext({ storageState, javaScriptEnabled: false })).newPage();
  await plain.goto(theReturn);
  await plain.getByRole("link", { name: "Restatements of 1.1" }).click();
  await expect(plain).toHaveURL(restatements);
  await plain.getByLabel("Figure", { exact: true }).fill("27");
  await plain.getByLabel("What kind of restatement it is").selectOption("late data");
  await plain.getByLabel("Why the published figure changes").fill("Two records came in late.");
  await press(plain, "Restate the figure");
  await expect(alert(plain)).toContainText("Say whether the comment still holds.");
  await expect(plain.getByLabel("Figure", { exact: true })).toHaveValue("27");
  await expect(plain.getByLabel("Why the published figure changes")).toHaveValue("Two records came in late.");
  await plain.getByLabel("Does the comment still hold?").selectOption("yes");
  await press(plain, "Restate the figure");
  await expect(plain.getByRole("status")).toContainText("Restated. No edition changes");
  await expect(plain.getByText("May 2014: 29 became 27")).toBeVisible();

  await head.goto(restatements);
  await expect(head.getByText("Its comment still holds, and is approved for what stands now.")).toBeVisible();
  await head.getByLabel("Figure", { exact: true }).fill("26");
  await head.getByLabel("What kind of restatement it is").selectOption("error");
  await head.getByLabel("Why the published figure changes").fill("One child was counted twice.");
  await head.getByLabel("Does the comment still hold?").selectOption("no");
  await expectGoodPageEveryWay(head);
  await picture(head, "8-restate");
  await press(head, "Restate the figure");
  await expect(head.getByRole("status")).toContainText("Restated.");
  await expectGoodPage(head);
  await lookAt(head);
  await expect(detail(head)).toContainText("The approval lapsed: 27 became 26 after it was approved.");

  await lead.goto(scorecard);
  await expect(lead.getByRole("row", { name: /^1\.1/ })).toContainText("[r]");
  await expect(
    lead.getByText(/^Readers see edition 1 of May 2014\..+ what differs by now; one figure was restated$/),
  ).toBeVisible();
  await lead.goto(`${scorecard}/indicators/1.1`);
  await expect(lead.getByText("May 2014: 27 became 26")).toBeVisible();
  await expect(lead.locator("figure")).toContainText("Revised after it was published [r]: May 2014.");
  await expectGoodPage(lead);
  const reader = await as("reader");
  await reader.goto(`${scorecard}?edition=${month}.1`);
  await expect(reader.getByRole("row", { name: /^1\.1/ })).toContainText("29");
  expect(await (await reader.request.get(`${scorecard}/export.csv?edition=${month}.1`)).text()).toMatch(/2014-05,29,,/);
  expect(await (await lead.request.get(`${scorecard}/export.csv`)).text()).toMatch(/2014-05,26,r,/);
});

test("publishing again makes the second edition, which says what changed and why; the first stays", async ({ as }) => {
  test.slow();
  const [officer, reader] = [await as("officer"), await as("reader")];
  await reader.goto(`${scorecard}?edition=${month}.1`);
  const first = await reader.locator("main").innerText();
  await officer.goto(`${theMonth}/publish`);
  await expect(officer.getByRole("heading", { name: "What edition 2 changes" })).toBeVisible();
  await officer.getByLabel("Why it is published all the same").fill("1.1 was restated.");
  await press(officer, /^Publish May 2014 over \d+ in the way$/);
  await expect(officer.getByRole("status")).toContainText("May 2014 is published.");
  await reader.goto(scorecard);
  await expect(reader).toHaveURL(`${scorecard}?edition=${month}.2`);
  await expect(banner(reader)).toContainText("What was restated since edition 1, and why: 2");
  await expect(banner(reader)).toContainText("1.1: 29 became 27. Late data, by ");
  await expect(banner(reader)).toContainText("1.1: 27 became 26. Error, by ");
  await expect(banner(reader)).toContainText("Reason: One child was counted twice.");
  await expect(reader.getByRole("row", { name: /^1\.1/ })).toContainText("[r]");
  await picture(reader, "9-second-edition");
  await expectGoodPageEveryWay(reader);
  await reader.goto(`${scorecard}/editions`);
  await expect(reader.getByText("What was restated since edition 1, and why: 2")).toHaveCount(1);
  await expectGoodPage(reader);
  await reader.goto(`${scorecard}?edition=${month}.1`);
  expect(await reader.locator("main").innerText()).toBe(first);
});

test("the trail tells the month in sentences", async ({ as }) => {
  const auditor = await as("auditor");
  const told = async (sentence: string | RegExp) => expect(auditor.getByText(sentence).first()).toBeVisible();
  await auditor.goto(`/history?indicator=1.1&month=${month}`);
  await told(/restated 1\.1 for May 2014, after edition 1/);
  await told(/^Late data\. Reason: Two records came in late\. Its comment still holds/);
  await told(/^Error\. Reason: One child was counted twice\. Its comment no longer holds/);
  await told(/approved revision 2 of the comment on 1\.1, May 2014/);
  await told(/returned revision 1 of the comment on 1\.1, May 2014/);
  await picture(auditor, "10-history");
  await auditor.goto(`/history?month=${month}`);
  await told(/published May 2014 as edition 2, over \d+ in the way/);
  await told(/published May 2014 as edition 1, over \d+ in the way/);
  await told(/closed May 2014/);
  await told(/submitted the Team of a whole month return for May 2014/);
  await told(/asked to reopen the Team of a whole month return for May 2014/);
});
