import type { Locator, Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { expectLeftOver, throwAway } from "#e2e/left-over";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";
const refusal = (page: Page) => page.getByRole("alert").and(page.locator("[aria-labelledby]"));
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const queue = (page: Page) => page.getByRole("navigation", { name: "Waiting for you" });
const detail = (page: Page) => page.getByRole("article");

async function submit(page: Page, ref: string, words: string) {
  await page.goto(`${scorecard}/indicators/${ref}/comments/2013-12`);
  const fold = page.getByText(/^(Change the words|Write a new revision)/);
  if (await fold.isVisible()) await fold.click();
  await page.getByRole("textbox", { name: "Comment" }).fill(words);
  await press(page, "Submit");
  await expect(page.getByText("Submitted.")).toBeVisible();
}

async function choose(page: Page, ref: string) {
  await page.goto("/approvals");
  await queue(page).getByRole("link", { name: ref }).click();
  await expect(detail(page).getByRole("heading", { level: 2 })).toContainText(ref);
}

test("a head of service returns words with a reason, reads what changed, approves them, and the scorecard shows them", async ({
  as,
}) => {
  const [lead, head] = [await as("lead.participation"), await as("head")];
  await submit(lead, "3.1", "Five of the meetings were held by telephone. An advocate joins from March.");

  await choose(head, "3.1");
  await expect(detail(head)).toContainText("80 is below 81, the edge of Good, so Adequate");
  await expect(detail(head)).toContainText("missed by 10");
  await expect(detail(head)).toContainText("Approves these words for the figure 80.");
  await head.getByText("Return with a reason").click();
  await expectGoodPage(head);
  await head.getByLabel("Reason").fill("Say how many meetings there were.");
  await press(head, "Return revision 1");
  await expect(head.getByRole("status")).toContainText("Returned: revision 1 of the comment on 3.1 for December 2013.");
  await expect(queue(head).getByRole("link", { name: "3.1" })).toHaveCount(0);

  await lead.goto(`${scorecard}/indicators/3.1/comments/2013-12`);
  await expect(lead.getByText("Say how many meetings there were.").first()).toBeVisible();
  await submit(lead, "3.1", "Five of the 25 meetings were held by telephone. An advocate joins from March.");

  await choose(head, "3.1");
  await expect(detail(head).getByRole("insertion")).toContainText("25");
  await expect(detail(head)).toContainText("Marked against revision 1.");
  await expectGoodPage(head);
  await press(head, "Approve revision 2");
  await expect(head.getByRole("status")).toContainText(
    "Approved: revision 2 of the comment on 3.1 for December 2013, for 80.",
  );
  await lead.goto(scorecard);
  await expect(lead.getByText("Five of the 25 meetings were held by telephone.").first()).toBeVisible();
});

/** Changes a figure that others rely on, after what is said of it, with a reason. */
async function change(page: Page, figure: Locator, value: string, asks: string | RegExp) {
  const row = page.getByRole("row").filter({ has: figure });
  await figure.fill(value);
  const asked = row.getByRole("group", { name: asks });
  await asked.getByLabel("Why does it change?").selectOption({ label: "It was counted again" });
  await asked.getByLabel("In words").press("Enter");
  await expect(asked).toHaveCount(0);
  await expect(row).toContainText(/Saved \d\d:\d\d/);
}

test("an approval lapses when the figure changes, says why, and is given again or withdrawn with a reason", async ({
  as,
}) => {
  const [lead, head] = [await as("lead.assessment"), await as("head")];
  await submit(lead, "2.4", "A duty rota is in place, and 82% were in time.");
  await choose(head, "2.4");
  await press(head, "Approve revision 1");
  await expect(head.getByRole("status")).toContainText("Approved: revision 1 of the comment on 2.4");

  await lead.goto("/returns/2013-12");
  const figure = lead.getByRole("textbox", { name: "2.4, December 2013" });
  await change(lead, figure, "83", /It was imported\. This makes the approval of .+ lapse\.$/);

  await choose(head, "2.4");
  await expect(detail(head)).toContainText("The approval lapsed: 82 became 83 after it was approved.");
  await expect(detail(head)).toContainText("The words still name 82.");
  const then = detail(head).getByRole("table", { name: "When it was last approved, and now" });
  await expect(then.getByRole("row", { name: "Figure 82 83" })).toBeVisible();
  await expect(then.getByRole("row", { name: /^Month before November 2013: \S+ November 2013: \S+$/ })).toBeVisible();
  await expectGoodPage(head);
  await press(head, "Approve revision 1");
  await expect(head.getByRole("status")).toContainText("for 83");

  const approved = head.getByRole("navigation", { name: "Approved" }).getByRole("link", { name: "2.4" });
  if (!(await approved.isVisible())) await head.getByText(/^Approved \(\d+\)$/).click();
  await approved.click();
  await head.getByText("Withdraw the approval of revision 1").click();
  await head.getByLabel("Reason").fill("The rota began in January.");
  await press(head, "Withdraw the approval");
  await expect(head.getByRole("status")).toContainText("Approval withdrawn: revision 1 of the comment on 2.4");
  await lead.goto(`${scorecard}/indicators/2.4/comments/2013-12`);
  await expect(lead.getByText("The rota began in January.").first()).toBeVisible();
  await figure.page().goto("/returns/2013-12");
  await figure.fill("82");
  await figure.press("Enter");
  await expect(lead.getByRole("row").filter({ has: figure })).toContainText(/Saved \d\d:\d\d/);
});

test("a figure that changed after the page was opened is not approved unread", async ({ as }) => {
  const [lead, head] = [await as("lead.assessment"), await as("head")];
  await submit(lead, "2.5", "One plan is kept open for a court date.");
  await choose(head, "2.5");
  await lead.goto("/returns/2013-12");
  const figure = lead.getByRole("textbox", { name: "2.5, December 2013" });
  await change(lead, figure, "3", "It was imported. A comment that was submitted explains it.");
  await press(head, "Approve revision 1");
  await expect(refusal(head)).toContainText("2.5 for December 2013 was changed from 4 to 3 after you opened it.");
  await expect(detail(head)).toContainText("Approves these words for the figure 3.");
  await expectGoodPage(head);
  await change(lead, figure, "4", "A comment that was submitted explains it.");
});

test("without a script the queue is read and decided the same way", async ({ as }) => {
  const [lead, head] = [
    await as("lead.assessment", { javaScriptEnabled: false }),
    await as("head", { javaScriptEnabled: false }),
  ];
  await submit(lead, "1.2", "The rise is of four referrals.");
  await choose(head, "1.2");
  await head.getByText("Return with a reason").click();
  await press(head, "Return revision 1");
  expect(await head.getByLabel("Reason").evaluate((field: HTMLTextAreaElement) => field.validity.valueMissing)).toBe(
    true,
  );
  await head.getByLabel("Reason").fill("   ");
  await press(head, "Return revision 1");
  await expect(refusal(head)).toContainText("Say why you return these words");
  await submit(lead, "1.2", "The rise is of four referrals made twice.");
  await head.getByLabel("Reason").fill("Say when they were made.");
  await press(head, "Return revision 1");
  await expect(refusal(head)).toContainText("Revision 2 of the comment on 1.2 for December 2013 was submitted");
  await press(head, "Approve revision 2");
  await expect(head.getByText("Approved: revision 2 of the comment on 1.2")).toBeVisible();
});

test("the queue is a head of service's own, on a phone a list first", async ({ as }) => {
  for (const account of ["lead.assessment", "auditor", "officer", "reader"] as const) {
    const page = await as(account);
    expect((await page.goto("/approvals"))?.status(), account).toBe(403);
  }
  const other = await as("head.workforce");
  await other.goto("/approvals");
  await expect(queue(other).getByRole("link", { name: /^[123]\./ })).toHaveCount(0);
  const head = await as("head");
  await head.goto("/approvals");
  const foreign = await queue(head).getByRole("link").first().getAttribute("href");
  expect((await other.goto(foreign ?? ""))?.status()).toBe(404);
  await head.setViewportSize({ width: 320, height: 640 });
  await head.goto("/approvals");
  await expect(detail(head)).toBeHidden();
  await queue(head).getByRole("link").first().click();
  await expect(detail(head)).toBeVisible();
  await expect(queue(head)).toBeHidden();
  await head.getByRole("link", { name: "All comments" }).click();
  await expect(queue(head)).toBeVisible();
});

test("with twenty comments waiting the page weighs at most 60 kB", async ({ as }) => {
  const [lead, head] = [await as("lead.participation"), await as("head")];
  const weigh = async () => {
    const { length } = await (await head.request.get("/approvals")).body();
    await head.goto("/approvals");
    return { bytes: length, waiting: await queue(head).getByRole("link").count() };
  };
  await submit(lead, "3.1", "A first one to wait, so that it is the one shown.");
  const before = await weigh();
  await submit(lead, "3.2", "One more of the kind that waits.");
  const after = await weigh();
  expect(after.waiting).toBe(before.waiting + 1);
  expect(after.bytes + (20 - after.waiting) * (after.bytes - before.bytes)).toBeLessThan(60_000);
});

test("what waits stands by month and team; one is put off, and after each decision the next has the focus, two keys from its button", async ({
  as,
}) => {
  const [lead, head] = [await as("lead.participation"), await as("head")];
  await submit(lead, "3.1", "Advocates were at every meeting but one.");
  await submit(lead, "3.3", "The forms came late.");
  await head.goto("/approvals");
  const main = head.getByRole("navigation", { name: "Main" });
  const waiting = await queue(head).getByRole("link").count();
  await expect(main.getByRole("link", { name: /^Approvals/ })).toHaveText(`Approvals ${waiting} waiting`);
  await head
    .getByRole("navigation", { name: "Part of the queue" })
    .getByRole("link", { name: "Participation" })
    .click();
  await expect(head).toHaveURL(/team=participation/);
  await expect(
    queue(head).getByRole("heading", { name: /^December 2013 · Participation \d+ of \d+ decided$/ }),
  ).toBeVisible();
  await expect(queue(head).getByRole("link", { name: /^[12]\./ })).toHaveCount(0);
  await expectGoodPage(head);

  const first = await detail(head).getByRole("heading", { level: 2 }).textContent();
  await head.getByRole("link", { name: "Later: the next one first" }).click();
  await expect(detail(head).getByRole("heading", { level: 2 })).not.toHaveText(first ?? "");
  await expect(queue(head).getByRole("heading", { name: "Put off" })).toBeVisible();
  await expectGoodPage(head);

  const next = detail(head).getByRole("heading", { level: 2 });
  await expect(next).toBeFocused();
  const second = await next.textContent();
  await head.keyboard.press("Tab");
  await head.keyboard.press("Enter");
  await expect(head.getByRole("status")).toContainText(/^Approved: revision \d/);
  await expect(next).not.toHaveText(second ?? "");
  await expect(next).toBeFocused();
  await expect(head).toHaveURL(/team=participation.*later=/);
  await expect(main.getByRole("link", { name: /^Approvals/ })).toHaveText(`Approvals ${waiting - 1} waiting`);
});

for (const javaScriptEnabled of [true, false]) {
  test(`several are approved by one button, each by itself, and what failed is said one by one, ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    as,
  }) => {
    const [lead, head] = [await as("lead.participation"), await as("head", { javaScriptEnabled })];
    const turn = javaScriptEnabled ? "with" : "without";
    for (const ref of ["3.1", "3.2", "3.3"]) await submit(lead, ref, `Together ${turn} a script, ${ref}.`);
    await head.goto("/approvals/together?team=participation");
    const one = (ref: string) => head.getByRole("article", { name: new RegExp(`^${ref}`) });
    await expect(one("3.3")).toContainText(`Together ${turn} a script, 3.3.`);
    if (javaScriptEnabled) await expectGoodPage(head);
    await press(head, "Approve those ticked");
    await expect(refusal(head)).toContainText("Tick the comments to approve first.");

    for (const ref of ["3.1", "3.2"]) await one(ref).getByRole("checkbox").check();
    await submit(lead, "3.2", `Newer ${turn} a script.`);
    await press(head, "Approve those ticked");
    await expect(head.getByText("1 comment was approved, each by itself.")).toBeVisible();
    await expect(refusal(head)).toContainText(/Revision \d+ of the comment on 3\.2 for December 2013 was submitted by/);
    await expect(one("3.1")).toHaveCount(0);
    await expect(one("3.2")).toContainText(`Newer ${turn} a script.`);
    if (javaScriptEnabled) await expectGoodPage(head);

    for (const ref of ["3.2", "3.3"]) await one(ref).getByRole("checkbox").check();
    await press(head, "Approve those ticked");
    await expect(head.getByRole("status")).toContainText("2 comments were approved, each by itself.");
    await expect(one("3.3")).toHaveCount(0);

    // Where nothing is left, what failed is said all the same.
    await submit(lead, "3.3", `The last ${turn} a script.`);
    await head.reload();
    await one("3.3").getByRole("checkbox").check();
    const other = await as("head");
    await other.goto("/approvals/together?team=participation");
    await other.getByRole("article", { name: /^3\.3/ }).getByRole("checkbox").check();
    await press(other, "Approve those ticked");
    await expect(other.getByRole("status")).toContainText("1 comment was approved, each by itself.");
    await press(head, "Approve those ticked");
    await expect(refusal(head)).toContainText("3.3");
    await expect(one("3.3")).toHaveCount(0);
    await expect(head.getByRole("button", { name: "Approve those ticked" })).toHaveCount(0);
    await head.emulateMedia({ media: "print" });
    await expect(head.getByRole("button", { name: "Approve those ticked" })).toHaveCount(0);
  });
}

test("a reason that came too late is told so, and is there to copy", async ({ as }) => {
  const [lead, head, other, script] = [
    await as("lead.participation"),
    await as("head"),
    await as("head"),
    await as("head", { javaScriptEnabled: false }),
  ];
  await submit(lead, "3.2", "The template has one more question since October.");
  for (const page of [head, script]) {
    await choose(page, "3.2");
    await page.getByText("Return with a reason").click();
    await page.getByRole("textbox", { name: "Reason" }).fill("Say which question.");
  }
  const { href } = new URL(head.url());
  await choose(other, "3.2");
  await other.getByRole("button", { name: /^Approve revision/ }).click();
  await expect(other.getByRole("status")).toContainText("Approved: revision");
  for (const page of [head, script]) {
    await page.getByRole("button", { name: /^Return revision/ }).click();
    await expect(refusal(page)).toContainText("Nothing was decided");
  }
  await expect(script.getByRole("blockquote").filter({ hasText: "Say which question." })).toBeVisible();
  await expectLeftOver(head, "Say which question.", "Revision");
  await head.goto(href);
  await expectLeftOver(head, "Say which question.", "Revision");
  await throwAway(head);

  for (const page of [head, other]) {
    await page.goto(href);
    await page.getByText(/^Withdraw the approval of revision/).click();
    await page
      .getByRole("textbox", { name: "Reason" })
      .fill(page === head ? "It was added in November." : "It was not added.");
  }
  await press(other, "Withdraw the approval");
  await expect(other.getByRole("status")).toContainText("Approval withdrawn: revision");
  await press(head, "Withdraw the approval");
  await expect(refusal(head)).toContainText("Nothing was decided");
  await expectLeftOver(head, "It was added in November.", "No approval of revision");
  await throwAway(head);
});
