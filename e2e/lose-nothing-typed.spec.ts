import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";
const january = "/returns/2014-01";
const comment = (ref: string) => `${scorecard}/indicators/${ref}/comments/2014-01`;
const words = (page: Page) => page.getByRole("textbox", { name: /^(Comment|Your words)$/ });
const cell = (page: Page, ref: string) => page.getByRole("textbox", { name: `${ref}, January 2014` });
const row = (page: Page, ref: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: ref, exact: true }) });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Answers the next question of the browser. Answers what it asked. */
const answering = (page: Page, yes: boolean) =>
  new Promise<string>((resolve) =>
    page.once("dialog", async (dialog) => {
      resolve(dialog.message());
      await (yes ? dialog.accept() : dialog.dismiss());
    }),
  );

/** A figure that is not in the cell yet, whatever other tasks left there. */
async function another(page: Page, ref: string, [one, two]: [string, string]): Promise<string> {
  return (await cell(page, ref).inputValue()) === one ? two : one;
}

test("leaving asks first, by a link and by Back, and what was typed is there on coming back", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.goto(january);
  await row(page, "1.1")
    .getByRole("link", { name: /omment on 1\.1/ })
    .click();
  await words(page).pressSequentially("Ten of them ");
  for (const leave of [
    () => page.getByRole("link", { name: "History", exact: true }).first().click(),
    () => page.goBack({ timeout: 2000 }).catch(() => null),
  ]) {
    const asked = answering(page, false);
    await leave();
    expect(await asked).toContain("It is kept in this browser for a week");
    await expect(words(page)).toHaveValue("Ten of them ");
  }
  const asked = answering(page, true);
  await page.getByRole("link", { name: "History", exact: true }).first().click();
  await asked;
  await expect(page.getByRole("heading", { name: "History", level: 1 })).toBeVisible();
  await page.goto(comment("1.1"));
  await expect(page.getByText(/^You typed this on .* and did not save it\. It is put back below\.$/)).toBeVisible();
  await expect(words(page)).toHaveValue("Ten of them ");
  await expectGoodPage(page);
  await press(page, "Throw it away");
  await expect(words(page)).toHaveValue("");
  await page.reload();
  await expect(words(page)).toHaveValue("");
  await expect(page.getByText(/^You typed this on/)).toHaveCount(0);
});

test("words over which somebody else saved are offered beside theirs, and are saved without a conflict", async ({
  as,
}) => {
  const [mine, theirs] = [await as("lead.assessment"), await as("lead.assessment")];
  await mine.goto(comment("1.1"));
  await words(mine).fill("Mine, before theirs.");
  await theirs.goto(comment("1.1"));
  await words(theirs).fill("Theirs, saved first.");
  await press(theirs, "Save draft");
  await expect(theirs.getByRole("status")).toContainText("Draft saved.");
  await mine.goto(comment("1.1"));
  await expect(mine.getByText(/What is saved has changed since, and stands below/)).toBeVisible();
  await expect(mine.getByRole("blockquote").filter({ hasText: "Mine, before theirs." })).toBeVisible();
  await expect(words(mine)).toHaveValue("Theirs, saved first.");
  await expectGoodPage(mine);
  await press(mine, "Put it back");
  await expect(words(mine)).toHaveValue("Mine, before theirs.");
  await press(mine, "Save draft");
  await expect(mine.getByRole("status")).toContainText("Draft saved.");
  await mine.reload();
  await expect(words(mine)).toHaveValue("Mine, before theirs.");
  await expect(mine.getByText(/^You typed this on/)).toHaveCount(0);
});

test("words typed offline stay, and are saved by themselves when the connection is back", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.goto(comment("2.1"));
  await words(page).fill("Typed on a train.");
  await page.context().setOffline(true);
  await press(page, "Save draft");
  await expect(page.getByText("You are offline, so this is not saved yet.")).toBeVisible();
  await expect(page.getByText("It is sent by itself when the connection is back.")).toBeVisible();
  await expect(page.getByText("on our side")).toHaveCount(0);
  await expect(words(page)).toHaveValue("Typed on a train.");
  await expectGoodPage(page);
  await page.context().setOffline(false);
  await expect(page.getByRole("status")).toContainText("Draft saved.");
  await expect(words(page)).toHaveValue("Typed on a train.");
});

test("a submission whose answer was lost is sent again and done once", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.goto(comment("1.2"));
  await words(page).fill("Submitted over a bad line.");
  let lost = 0;
  await page.route(comment("1.2"), async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.fallback();
    lost++;
    await route.fetch();
    await route.abort();
  });
  await press(page, "Submit");
  await expect(page.getByText("The server could not be reached, so this may not have been saved.")).toBeVisible();
  await expect(page.getByRole("status")).toContainText("Submitted.");
  expect(lost).toBe(1);
  await expect(page.getByText("Revision 1 waits for the head of service")).toBeVisible();
  await expect(page.getByText(/Revision 2/)).toHaveCount(0);
});

test("what was typed on after an answer was lost is never said to be done, and the other button is another act", async ({
  as,
}) => {
  const page = await as("lead.assessment");
  const loseAnswer = () =>
    page.route(
      (url) => url.pathname === comment("2.5"),
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
  await page.goto(comment("2.5"));
  await words(page).fill("Arrived.");
  await loseAnswer();
  await press(page, "Submit");
  await expect(page.getByText("The server could not be reached, so this may not have been saved.")).toBeVisible();
  await words(page).press("End");
  await words(page).pressSequentially(" Typed on.");
  await press(page, "Save draft");
  await expect(page.getByText("You wrote meanwhile")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /Submitted|Draft saved/ })).toHaveCount(0);
  await expect(words(page)).toHaveValue("Arrived. Typed on.");
  await page.unrouteAll();
  await press(page, "Save draft");
  await expect(page.getByRole("status")).toContainText("Draft saved.");

  await words(page).fill("A draft that arrived.");
  await loseAnswer();
  await press(page, "Save draft");
  await expect(page.getByText("The server could not be reached, so this may not have been saved.")).toBeVisible();
  await press(page, "Submit");
  await expect(page.getByRole("status")).toContainText("Submitted.");
  await expect(page.getByText("Revision 2 waits for the head of service")).toBeVisible();
  await page.getByText("Withdraw revision 2", { exact: true }).click();
  await press(page, "Yes, withdraw revision 2");
  await expect(page.getByRole("status")).toContainText("Withdrawn.");
});

test("the reason of a return is kept, and thrown away by signing out", async ({ as }) => {
  const head = await as("head");
  await head.goto(comment("1.2"));
  const decide = head.getByRole("link", { name: "Decide on it" });
  await decide.click();
  await head.getByText("Return with a reason").click();
  await head.getByLabel("Reason").fill("Say which ten.");
  const asked = answering(head, true);
  await head.getByRole("link", { name: "Home", exact: true }).click();
  await asked;
  await expect(head).toHaveURL(/\/$/);
  await head.goto(comment("1.2"));
  await decide.click();
  await expect(head.getByLabel("Reason")).toHaveValue("Say which ten.");
  const kept = () => head.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("candour kept")));
  expect(await kept()).toHaveLength(1);
  // Signed out by a form of the page alone, so that the account's session stays for others.
  await head.route("**/approvals*", (route) =>
    route.request().method() === "POST" ? route.abort() : route.fallback(),
  );
  const leaving = answering(head, true);
  await press(head, "Sign out");
  expect(await leaving).toContain("Signing out throws it away");
  expect(await kept()).toHaveLength(0);
  const lead = await as("lead.assessment");
  await lead.goto(comment("1.2"));
  await lead.getByText("Withdraw revision 1", { exact: true }).click();
  await press(lead, "Yes, withdraw revision 1");
  await expect(lead.getByRole("status")).toContainText("Withdrawn.");
});

test("figures typed offline stay, and are saved by themselves, each once", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.goto(january);
  const [first, second] = [await another(page, "1.1", ["21", "22"]), await another(page, "1.2", ["15.2", "15.4"])];
  await page.context().setOffline(true);
  await cell(page, "1.1").fill(first);
  await cell(page, "1.1").press("Enter");
  await cell(page, "1.2").fill(second);
  await cell(page, "1.2").press("Enter");
  for (const ref of ["1.1", "1.2"]) await expect(row(page, ref)).toContainText("You are offline, so this is not saved");
  await expect(cell(page, "1.1")).not.toHaveAttribute("aria-invalid", "true");
  await expectGoodPage(page);
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await page.context().setOffline(false);
  for (const ref of ["1.1", "1.2"]) await expect(row(page, ref)).toContainText(/Saved \d\d:\d\d/);
  expect(sent).toHaveLength(2);
  await page.reload();
  await expect(cell(page, "1.1")).toHaveValue(first);
  await expect(cell(page, "1.2")).toHaveValue(second);
  await expect(page.getByText(/was not saved\. It is put back/)).toHaveCount(0);
});

test("a figure that is refused is asked about on leaving, and is put back on coming back", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.goto(january);
  const before = await cell(page, "2.1").inputValue();
  await cell(page, "2.1").fill("8o");
  const asked = answering(page, true);
  await page.getByRole("link", { name: "Home", exact: true }).click();
  await asked;
  await expect(page).toHaveURL(/\/$/);
  await page.goto(january);
  await expect(page.getByText(/^What you typed for 2\.1 on .* was not saved\./)).toBeVisible();
  await expect(cell(page, "2.1")).toHaveValue("8o");
  await expectGoodPage(page);
  await press(page, "Throw it away");
  await expect(cell(page, "2.1")).toHaveValue(before);
});

test("answers of an import are kept", async ({ as }) => {
  test.slow();
  const page = await as("officer");
  await page.goto("/admin/imports");
  const seed = await (await import("node:fs/promises")).readFile("db/first-scorecard/scorecard.txt", "utf8");
  const buffer = Buffer.from(seed.replace("Average Caseload", "Average caseload of what is kept"));
  await page.getByLabel("Scorecard to read").setInputFiles({ name: "kept.txt", mimeType: "text/plain", buffer });
  await press(page, "Read the file");
  await page.getByLabel("Name of the scorecard").fill("A kept scorecard");
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("A kept scorecard");
  await page.getByRole("group", { name: /^2\.3/ }).getByLabel("Better is").selectOption("lower");
  const address = page.url();
  const asked = answering(page, true);
  await page.getByRole("link", { name: "Home", exact: true }).click();
  await asked;
  await expect(page).toHaveURL(/\/$/);
  await page.goto(address);
  await expect(page.getByLabel("Name of the scorecard")).toHaveValue("A kept scorecard");
  await expect(page.getByRole("group", { name: /^2\.3/ }).getByLabel("Better is")).toHaveValue("lower");
  await page.getByRole("group", { name: /^2\.3/ }).getByLabel("Better is").selectOption("higher");
  await press(page, "Keep the answers");
  await expect(page.getByText("Your answers are kept.")).toBeVisible();
  await expect(page.getByText(/^You typed this on/)).toHaveCount(0);
});

test("a browser that forbids its storage saves as ever, and says that it keeps nothing", async ({ as }) => {
  const page = await as("lead.assessment");
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("Forbidden.", "SecurityError");
      },
    });
  });
  await page.goto(comment("2.1"));
  await words(page).fill("Typed where nothing is kept.");
  const asked = answering(page, false);
  await page.getByRole("link", { name: "Home", exact: true }).click();
  expect(await asked).toContain("This browser cannot keep it");
  await press(page, "Save draft");
  await expect(page.getByRole("status")).toContainText("Draft saved.");
});

for (const javaScriptEnabled of [true, false]) {
  test(`nothing is recorded under the name of who signed in meanwhile, ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    as,
  }) => {
    const [page, other] = [await as("lead.assessment", { javaScriptEnabled }), await as("officer")];
    const [own, foreign] = [await page.context().cookies(), await other.context().cookies()];
    await page.goto(comment("2.2"));
    const typed = `The lead's own words ${javaScriptEnabled}.`;
    await words(page).fill(typed);
    await page.context().addCookies(foreign);
    for (const button of ["Save draft", "Submit"]) {
      await press(page, button);
      await expect(
        page.getByText(/You are now signed in as .*, and this was written by .*Assessment/).first(),
      ).toBeVisible();
      await expect(words(page)).toHaveValue(typed);
    }
    await page.context().addCookies(own);
    await press(page, "Save draft");
    await expect(page.getByText("Draft saved.").first()).toBeVisible();
    await expect(words(page)).toHaveValue(typed);
  });
}

test("nor is a figure", async ({ as }) => {
  const [page, other] = [await as("lead.assessment"), await as("lead.workforce")];
  await page.goto(january);
  const figure = await another(page, "1.1", ["21", "22"]);
  await page.context().addCookies(await other.context().cookies());
  await cell(page, "1.1").fill(figure);
  await cell(page, "1.1").press("Enter");
  await expect(row(page, "1.1")).toContainText(/You are now signed in as .*, and this was written by/);
  await expect(cell(page, "1.1")).toHaveValue(figure);
});
