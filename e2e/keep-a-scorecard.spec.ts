import type { Page } from "@playwright/test";
import { expectGoodPage, expectGoodPageEveryWay } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const form = (page: Page, name: string) => page.getByRole("form", { name, exact: true });
const said = (page: Page) => expect(page.getByRole("status"));

async function addTheme(page: Page, name: string) {
  await form(page, "Add a theme").getByLabel("Name").fill(name);
  await press(page, "Add the theme");
  await said(page).toHaveText("The theme is added, after the others.");
  // The same was said of the one before.
  await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
}

async function addSection(page: Page, theme: string, title: string) {
  await form(page, "Add a section").getByLabel("Theme").selectOption({ label: theme });
  await form(page, "Add a section").getByLabel("Title").fill(title);
  await press(page, "Add the section");
  await said(page).toHaveText("The section is added.");
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
}

async function addIndicator(page: Page, slug: string, ref: string, section: string) {
  await page.goto(`/scorecards/${slug}/add-indicator`);
  await page.getByLabel("Ref").fill(ref);
  await page.getByLabel("Section").selectOption({ label: section });
  await page.getByLabel("Measure").fill(`Measured as ${ref}`);
  await press(page, "Add the indicator");
  await said(page).toContainText("It is added");
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  const name = `A plan made by hand ${how} script`;
  const slug = name.toLowerCase().replaceAll(" ", "-");

  test(`an officer makes a scorecard by hand, orders it and ends it, ${how} JavaScript`, async ({ as }) => {
    test.slow();
    const page = await as("officer", { javaScriptEnabled });
    await page.goto("/");
    await page.getByRole("link", { name: "Keeping scorecards" }).click();
    await form(page, "Make a scorecard").getByLabel("Name").fill(name);
    await form(page, "Make a scorecard").getByLabel("What it is for, in a sentence").fill("What was promised.");
    await press(page, "Make the scorecard");
    await said(page).toContainText("The scorecard is made.");
    await expect(page.getByText("Nothing stands in it yet")).toBeVisible();

    await addTheme(page, "Practice");
    await addTheme(page, "Workforce");
    await addSection(page, "Practice", "Timeliness");
    await addSection(page, "Practice", "Views");
    await addIndicator(page, slug, "1.1", "Practice, 1 Timeliness");
    await addIndicator(page, slug, "1.2", "Practice, 1 Timeliness");

    await page.goto(`/scorecards/${slug}/structure`);
    await page.getByRole("link", { name: "Change 1.2" }).click();
    await press(page, "Move it up");
    await said(page).toHaveText("It is moved.");
    await expect(page.getByRole("listitem").filter({ hasText: "Measured as" }).first()).toContainText("1.2");
    if (javaScriptEnabled) await expectGoodPageEveryWay(page);

    await page.getByRole("link", { name: "Change section 2 Views" }).click();
    await form(page, "Number and title of section 2 Views").getByLabel("Number").fill("1");
    await press(page, "Save number and title");
    await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
      "Section 1 Timeliness goes by this number. Give another one.",
    );
    await form(page, "Number and title of section 2 Views").getByLabel("Number").fill("3");
    await press(page, "Save number and title");
    await said(page).toHaveText("The section goes by that from now on.");

    await page.getByRole("link", { name: "Change section 1 Timeliness" }).click();
    await form(page, "Merge section 1 Timeliness").getByLabel("Merge it into").selectOption({ label: "3 Views" });
    await press(page, "Merge the sections");
    await said(page).toContainText("The sections are merged");
    await expect(page.getByRole("heading", { name: "1 Timeliness" })).toHaveCount(0);

    await page.getByRole("link", { name: "Change Workforce" }).click();
    await press(page, "Move it up");
    await said(page).toHaveText("It is moved.");
    await press(page, "End the theme");
    await said(page).toHaveText("The theme has ended.");

    await page.getByText(`End ${name}`, { exact: true }).click();
    await page.getByLabel("Why it ends").fill("It was made to try.");
    await page.getByLabel("I am sure that it ends").check();
    await press(page, "End the scorecard");
    await said(page).toContainText("The scorecard has ended.");
    await expect(page.getByText("It was made to try.")).toBeVisible();
    if (javaScriptEnabled) await expectGoodPage(page);
    await page.goto("/scorecards");
    await expect(page.getByRole("heading", { name: "Ended" })).toBeVisible();
    await page.goto("/history?verb=indicator.move");
    await expect(page.getByRole("main")).toContainText(/moved 1\.2 from/);
  });
}

test("an officer copies a scorecard without its figures, sets several indicators at once, and is led to the first steps", async ({
  as,
}) => {
  const page = await as("officer");
  await page.goto("/admin/first-steps");
  await expect(page.getByRole("heading", { name: "4. First month" })).toBeVisible();
  await page.getByRole("link", { name: "Make one by hand or by a copy" }).click();
  const copying = form(page, "Copy a scorecard");
  await copying.getByLabel("Which scorecard").selectOption({ label: "Children's services improvement scorecard" });
  await copying.getByLabel("As it is in").selectOption({ label: "December 2013" });
  await copying.getByLabel("Name of the copy").fill("A plan by a copy");
  await press(page, "Copy the scorecard");
  await said(page).toContainText("The scorecard is made as a copy");
  await expect(page.getByRole("heading", { name: "4 Development of Workforce" })).toBeVisible();
  await expectGoodPage(page);
  await page.goto("/scorecards/a-plan-by-a-copy");
  await expect(page.getByText("There is nothing to show yet")).toBeVisible();
  for (const of of ["themes/development-of-workforce", "pictures", "indicators/2.3"]) {
    await page.goto(`/scorecards/a-plan-by-a-copy/${of}`);
    await expect(page).toHaveURL(/\/a-plan-by-a-copy$/);
  }
  await page.goto("/scorecards/a-plan-by-a-copy/dictionary");
  await expect(page.getByRole("article", { name: "2.3" })).toContainText("75+");
  await page.goto("/scorecards/a-plan-by-a-copy/structure");
  await page.getByRole("link", { name: "Several at once" }).click();
  const row = (ref: string) => page.getByRole("group", { name: ref });
  await row("2.3").getByLabel("Decimals").selectOption({ label: "1 decimal" });
  await row("4.1").getByLabel("Due").selectOption({ label: "every quarter" });
  await press(page, "Preview the changes");
  const become = page.getByRole("region", { name: "What they become" });
  await expect(become.getByRole("row")).toHaveCount(3);
  await expect(become).toContainText("4.1Dueevery monthevery quarter");
  await expectGoodPage(page);
  await page.getByLabel("Why").fill("As the new plan has it.");
  await press(page, "Save the changes");
  await said(page).toHaveText("They are changed, as it was previewed.");
  await expect(row("2.3").getByLabel("Decimals")).toHaveValue("1");
  await page.goto("/scorecards/a-plan-by-a-copy/structure");
  await page.getByText("End A plan by a copy", { exact: true }).click();
  await page.getByLabel("Why it ends").fill("It was made to try.");
  await page.getByLabel("I am sure that it ends").check();
  await press(page, "End the scorecard");
  await said(page).toContainText("The scorecard has ended.");
});

test("words for grades are made, looked at before they are chosen, and chosen from a month on", async ({ as }) => {
  const page = await as("officer");
  await page.goto("/admin/words-for-grades");
  const making = form(page, "Make words for grades");
  await making.getByLabel("What they are called").fill("Words of another framework");
  for (const [level, word, shape, colour] of [
    ["Best level", "Secure", "Circle", "Leaf"],
    ["Second level", "Fragile", "Circle", "Brick"],
  ] as const) {
    const row = making.getByRole("group", { name: level });
    await row.getByLabel("Word").fill(word);
    await row.getByLabel("Shape").selectOption(shape);
    await row.getByLabel("Colour").selectOption(colour);
  }
  await press(page, "Make the words for grades");
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "This shape is that of Secure too",
  );
  await expectGoodPage(page);
  await making.getByRole("group", { name: "Second level" }).getByLabel("Shape").selectOption("Octagon");
  await making.getByRole("group", { name: "Second level" }).getByLabel("Asks for a comment").check();
  await press(page, "Make the words for grades");
  await said(page).toContainText("They are made.");
  await expect(page.getByText("A comment is asked for at Fragile.")).toBeVisible();

  await page.goto("/scorecards/childrens-services-improvement-scorecard/structure");
  await page.getByRole("link", { name: "Words for grades" }).click();
  const choosing = form(page, "Choose words for grades");
  await choosing.getByLabel("Words for grades").selectOption("Secure, Fragile (Words of another framework)");
  await choosing.getByLabel("From which month").selectOption("December 2013");
  await press(page, "See what that changes");
  await expect(page.getByRole("table", { name: "Grades that change" })).toContainText("Outstanding");
  await expect(page.getByText("for another number of levels than these 2")).toBeVisible();
  await expectGoodPageEveryWay(page);
  // So late that nobody else's pages are of it.
  const latest = choosing.getByLabel("From which month").locator("option").first();
  const month = (await latest.textContent())!;
  await choosing.getByLabel("From which month").selectOption(month);
  await press(page, "See what that changes");
  await expect(page.getByText("No figure that is shown is graded otherwise")).toBeVisible();
  await page.getByLabel("Why (you need not say)").fill("The framework changes then.");
  await press(page, "Choose these words");
  await said(page).toHaveText("The words are chosen, as it was previewed.");
  await expect(page.getByRole("heading", { name: `From ${month}` })).toBeVisible();
});
