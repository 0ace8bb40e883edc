import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

test("the officer says from which month on a comment is required, and where", async ({ as }) => {
  const page = await as("officer");
  await page.goto("/admin/settings");
  const form = page.getByRole("form", { name: "When a comment is required" });
  await form.getByLabel("From which month").selectOption({ index: 12 });
  await form.getByLabel("By the grade").selectOption({ label: "At the 2 lowest grades" });
  await form.getByLabel("Where the grade changed since the last month").uncheck();
  await form.getByRole("button", { name: "Save when it is required" }).click();
  await expect(page.getByRole("status")).toContainText("is set, from that month on");
  await expect(page.getByRole("main")).toContainText(
    "where the grade is one of the 2 lowest, its milestone is missed or the figure is unusual",
  );
});

for (const javaScriptEnabled of [true, false]) {
  test(`the officer sets what the organisation is like, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    as,
  }) => {
    const officer = await as("officer", { javaScriptEnabled });
    const other = await as("officer", { javaScriptEnabled });
    await other.goto("/admin/settings");
    await officer.goto("/admin/settings");
    const name = officer.getByRole("form", { name: "The name" });
    const was = await name.getByLabel("What the organisation is called").inputValue();
    await name.getByLabel("What the organisation is called").fill("Northshire");
    await name.getByRole("button", { name: "Save the name" }).click();
    await expect(officer.getByRole("status")).toContainText("called so from now on");
    await expect(officer.getByText("Northshire").first()).toBeVisible();

    const sessions = other.getByRole("form", { name: "Sessions" });
    await sessions.getByLabel("Hours without use").fill("5");
    await sessions.getByRole("button", { name: "Save for sessions" }).click();
    await expect(other.getByRole("alert", { name: "There is a problem" })).toContainText(
      "changed after you opened them",
    );
    await expect(sessions.getByLabel("Hours without use")).toHaveValue("5");
    await other.goto("/admin/settings");
    if (javaScriptEnabled) await sessions.getByRole("button", { name: "Throw it away" }).click();

    await name.getByLabel("What the organisation is called").fill(was);
    await name.getByRole("button", { name: "Save the name" }).click();
    await expect(name.getByLabel("What the organisation is called")).toHaveValue(was);
  });
}

test("the officer says for how long words are kept, and what is older would be listed", async ({ as }) => {
  const page = await as("officer");
  await page.goto("/admin/settings");
  const form = page.getByRole("form", { name: "Keeping words" });
  const years = form.getByLabel("Years for which comments, notes and reasons are kept");
  await years.fill("seven");
  await form.getByRole("button", { name: "Save for how long" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("from 1 to 100, or nothing");
  await expect(years).toHaveValue("seven");
  await years.fill("7");
  await form.getByRole("button", { name: "Save for how long" }).click();
  await expect(page.getByRole("status")).toContainText("stays until it is redacted");
  await page.goto("/history/redactions");
  await page.getByRole("link", { name: "those that are older" }).click();
  await expect(page.getByRole("heading", { name: "Words kept for longer" })).toBeVisible();
  await expect(page.getByText("No words are older")).toBeVisible();
  await expectGoodPage(page);
});
