import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const cell = (page: Page, ref: string) => page.getByRole("textbox", { name: `${ref}, January 2014` });
const reviewed = (page: Page, ref: string) =>
  page
    .getByRole("table", { name: "What would become of each cell" })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: ref, exact: true }) });

/** Pastes as the keyboard does, from a real clipboard. */
async function pasteOn(page: Page, ref: string, text: string) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await cell(page, ref).click();
  await page.keyboard.press("Control+v");
}

test("a lead pastes a column, looks at it, answers, leaves out, records it as one and takes it back", async ({
  as,
}) => {
  const page = await as("lead.workforce");
  await page.goto("/returns/2014-01");
  await pasteOn(page, "4.4", "61\r\n");
  await expect(cell(page, "4.4")).toHaveValue("61");
  await cell(page, "4.4").press("Escape");
  await expect(cell(page, "4.4")).toHaveValue("");

  // What cannot be saved stands in two of the figures when the block comes.
  for (const ref of ["4.4", "4.6"]) {
    await cell(page, ref).fill("6x");
    await cell(page, ref).press("Enter");
  }
  await expect(page.getByText("Not saved: 4.4, 4.6")).toBeVisible();

  await pasteOn(page, "4.4", "PI ref\tNov-13\tJan-14\r\n4.4\t50\t61\r\n4.5\t\tn/a\r\n4.6\t\t63\r\n");
  const dialog = page.getByRole("dialog", { name: "Look at what you pasted" });
  await expect(dialog).toContainText("This block: 2 new figures; 1 to answer;");
  await expect(reviewed(page, "4.4").first()).toContainText("November 2013 is published, so its figures are locked.");
  await expect(reviewed(page, "4.4").last()).toContainText("New");
  await dialog.getByRole("button", { name: "Record these figures" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Leave out the cell that cannot be recorded");
  await expect(dialog.getByRole("alert")).toContainText("Say what is meant for 4.5, January 2014, or leave it out.");
  await expect(dialog.getByRole("alert")).toBeFocused();
  await expectGoodPage(page);

  await dialog.getByLabel("What is meant for 4.5, January 2014").selectOption({ label: "not applicable [z]" });
  await dialog.getByLabel("Leave out the cell that cannot be recorded").check();
  await dialog.getByLabel("Leave out 4.6, January 2014").check();
  await dialog.getByLabel("Why these figures change").fill("From the workforce team’s sheet.");
  await dialog.getByRole("button", { name: "Record these figures" }).click();
  await expect(page.getByRole("status").first()).toContainText("Recorded from the paste: 2 figures.");
  await expect(cell(page, "4.4")).toHaveValue("61");
  await expect(cell(page, "4.5")).toHaveValue("[z]");
  // The block took the place of what was typed where it went, and of nothing else.
  await expect(cell(page, "4.6")).toHaveValue("6x");
  await cell(page, "4.6").press("Escape");
  await expect(cell(page, "4.6")).toHaveValue("");
  await expectGoodPage(page);

  await page.getByRole("status").first().focus();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: "Take back these 2" })).toBeFocused();
  await cell(page, "4.4").click();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: "Take back these 2" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").first()).toContainText("Taken back: 2 figures as before the paste.");
  await expect(cell(page, "4.4")).toHaveValue("");
  await page.goto("/history?verb=actual.paste");
  await expect(page.getByText("pasted 2 figures")).toBeVisible();
  await expect(page.getByText("Reason: From the workforce team’s sheet.")).toBeVisible();
});

/** The next thing that the return sends is done, and nobody hears that it was. */
const loseOneAnswer = (page: Page) =>
  page.route(
    (url) => url.pathname === "/returns/2014-01",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );

test("a paste whose answer was lost is shown as recorded when it is sent with another choice", async ({ as }) => {
  const page = await as("lead.workforce");
  await page.goto("/returns/2014-01");
  await pasteOn(page, "4.4", "64\r\n65\r\n");
  const dialog = page.getByRole("dialog", { name: "Look at what you pasted" });
  await expect(dialog).toContainText("This block: 2 new figures");
  await loseOneAnswer(page);
  await dialog.getByRole("button", { name: "Record these figures" }).click();
  await expect(dialog.getByRole("alert")).toContainText("The server could not be reached");
  await dialog.getByLabel("Leave out 4.5, January 2014").check();
  await dialog.getByRole("button", { name: "Record these figures" }).click();
  await expect(page.getByRole("status").first()).toContainText(
    /^This paste was already recorded at .*: 4\.4 and 4\.5\./,
  );
  await page.getByRole("button", { name: "Take back these 2" }).click();
  await expect(page.getByRole("status").first()).toContainText("Taken back: 2 figures as before the paste.");
});

test("a paste whose answer was lost sends itself again, and is done once", async ({ as }) => {
  const page = await as("lead.workforce");
  await page.goto("/returns/2014-01");
  await pasteOn(page, "4.4", "64\r\n65\r\n");
  const dialog = page.getByRole("dialog", { name: "Look at what you pasted" });
  await expect(dialog).toContainText("This block: 2 new figures");
  await loseOneAnswer(page);
  await dialog.getByRole("button", { name: "Record these figures" }).click();
  await expect(page.getByRole("status").first()).toContainText("Recorded from the paste: 2 figures.");
  await page.getByRole("button", { name: "Take back these 2" }).click();
  await expect(page.getByRole("status").first()).toContainText("Taken back: 2 figures as before the paste.");
});

test("what is answered of a block is there again when the block is, in the dialog and on its page", async ({ as }) => {
  const page = await as("lead.workforce");
  const dialog = page.getByRole("dialog", { name: "Look at what you pasted" });
  const block = "ref\tTarget\r\n4.4\t61\r\n4.5\tn/a\r\n";
  await page.goto("/returns/2014-01");
  await pasteOn(page, "4.4", block);
  await dialog.getByLabel("They are January 2014’s figures").check();
  await dialog.getByLabel("What is meant for 4.5, January 2014").selectOption({ label: "not applicable [z]" });
  await dialog.getByLabel("Why these figures change").fill("From the workforce team’s sheet.");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  const expectKept = async () => {
    await expect(page.getByText(/You typed this on .* It is put back below\./).last()).toBeVisible();
    await expect(page.getByLabel("They are January 2014’s figures")).toBeChecked();
    await expect(page.getByLabel("What is meant for 4.5, January 2014")).toHaveValue("[z]");
    await expect(page.getByLabel("Why these figures change")).toHaveValue("From the workforce team’s sheet.");
  };
  await pasteOn(page, "4.4", block);
  await expectKept();
  await page.keyboard.press("Escape");
  await pasteOn(page, "4.4", "61\r\n62\r\n");
  await expect(dialog.getByLabel("Why these figures change")).toHaveValue("");
  await expect(dialog.getByText(/You typed this/)).toBeHidden();
  await page.keyboard.press("Escape");

  await page.goto("/returns/2014-01/paste");
  await page.getByLabel("The block of figures").fill(block);
  await page.getByLabel("The first figure is for").selectOption({ label: "4.4" });
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expectKept();
  await page.getByRole("button", { name: "Record these figures" }).click();
  await expect(page.getByRole("status").first()).toContainText("Recorded from the paste: 2 figures.");
  await page.getByRole("button", { name: "Take back these 2" }).click();
  await expect(page.getByRole("status").first()).toContainText("Taken back: 2 figures as before the paste.");
});

test("figures under a heading of something else, and a first row of words, are asked about", async ({ as }) => {
  const page = await as("lead.workforce");
  const dialog = page.getByRole("dialog", { name: "Look at what you pasted" });
  await page.goto("/returns/2014-01");
  await pasteOn(page, "4.4", "Workforce\r\n61\r\n62\r\n");
  await expect(reviewed(page, "4.4")).toContainText("Cannot be recorded");
  await expectGoodPage(page);
  await dialog.getByRole("button", { name: "Read its first row as headings" }).click();
  await expect(dialog).toContainText("Its first row was read as headings.");
  await expect(reviewed(page, "4.4")).toContainText("61");
  await dialog.getByRole("button", { name: "Record these figures" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Say that they are January 2014’s figures");
  await expectGoodPage(page);
  await dialog.getByLabel("They are January 2014’s figures").check();
  await dialog.getByRole("button", { name: "Record these figures" }).click();
  await page.getByRole("button", { name: "Take back these 2" }).click();
  await expect(page.getByRole("status").first()).toContainText("Taken back: 2 figures as before the paste.");
});

test("a row of figures is turned into a column, and going back leaves the return as it was", async ({ as }) => {
  const page = await as("lead.workforce");
  await page.goto("/returns/2014-01");
  await pasteOn(page, "4.4", "61\t62\t63");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Turn it: read its rows as columns" }).click();
  await expect(dialog).toContainText("Its rows were read as columns.");
  await expect(reviewed(page, "4.6")).toContainText("63");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(cell(page, "4.4")).toBeFocused();
  await expect(cell(page, "4.4")).toHaveValue("");
});

test("without JavaScript a block is put in a box, looked at, recorded and taken back", async ({ as }) => {
  const page = await as("lead.workforce", { javaScriptEnabled: false });
  await page.goto("/returns/2014-01");
  await page.getByRole("link", { name: "Paste a block of figures" }).click();
  await page.getByLabel("The block of figures").fill("71\n\nn/a\n73\n");
  await page.getByLabel("The first figure is for").selectOption({ label: "4.4" });
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expect(page.getByText("This block: 1 new figure; 1 to answer; 1 blank, which stays as it is;")).toBeVisible();
  await expect(reviewed(page, "Row 4")).toContainText("There is no row for it: the return ends with 4.6.");
  await page.getByRole("button", { name: "Record these figures" }).click();
  await expect(page.getByRole("alert")).toContainText("Leave out the cell that cannot be recorded");
  await page.getByLabel("What is meant for 4.6, January 2014").selectOption({ label: "not available [x]" });
  await page.getByLabel("Leave out the cell that cannot be recorded").check();
  await page.getByRole("button", { name: "Record these figures" }).click();
  await expect(page.getByText("Recorded from the paste: 2 figures.")).toBeVisible();
  await expect(cell(page, "4.4")).toHaveValue("71");
  await page.getByRole("button", { name: "Take back these 2" }).click();
  await expect(page.getByText("Taken back: 2 figures as before the paste.")).toBeVisible();
  await expect(cell(page, "4.4")).toHaveValue("");
});

test("a block put in a box and not recorded is there again on coming back, until it is recorded", async ({ as }) => {
  const page = await as("lead.workforce");
  const box = page.getByLabel("The block of figures");
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.accept();
  });
  await page.goto("/returns/2014-01/paste");
  await box.fill("4.4\t66");
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expect(page.getByText("This block: 1 new figure.")).toBeVisible();
  await page.getByRole("link", { name: "Returns", exact: true }).first().click();
  await expect(page.getByRole("heading", { name: "Returns" })).toBeVisible();
  expect(asked.join()).toContain("It is kept in this browser for a week");

  await page.goto("/returns/2014-01/paste");
  await expect(page.getByText(/You typed this on .* It is put back below\./)).toBeVisible();
  await expect(box).toHaveValue("4.4\t66");
  await page.getByRole("button", { name: "Look at it first" }).click();
  await page.getByRole("button", { name: "Record these figures" }).click();
  await expect(page.getByRole("status").first()).toContainText("Recorded from the paste: 1 figure.");
  expect(asked).toHaveLength(1);
  await page.getByRole("button", { name: /^Take (it|this|these 1) back|Take back/ }).click();
  await expect(cell(page, "4.4")).toHaveValue("");
  await page.goto("/returns/2014-01/paste");
  await expect(box).toHaveValue("");
});
