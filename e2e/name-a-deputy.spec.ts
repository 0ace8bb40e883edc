import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const comment = "/scorecards/childrens-services-improvement-scorecard/indicators/4.4/comments/2013-12";
const detail = (page: Page) => page.getByRole("article");

async function fill(page: Page, deputy: RegExp) {
  await page.goto("/deputies");
  const form = page.getByRole("form", { name: "Name a deputy" });
  const whom = form.getByLabel("For whom").getByRole("option");
  if ((await whom.count()) > 1) await form.getByLabel("For whom").selectOption({ index: 1 });
  const options = form.getByLabel("Deputy").getByRole("option");
  await form.getByLabel("Deputy").selectOption((await options.filter({ hasText: deputy }).getAttribute("value")) ?? "");
  await form.getByLabel("Last day").fill(await form.getByLabel("First day").inputValue());
  await form.getByRole("button", { name: "Name the deputy" }).click();
}

async function name(page: Page, deputy: RegExp) {
  await fill(page, deputy);
  await expect(page.getByRole("status")).toContainText("The deputy is named");
}

test("a deputy decides with both names, until it is ended in the middle of their form", async ({ as }) => {
  const [lead, head] = [await as("lead.workforce"), await as("head.workforce")];
  const [deputy, officer] = [await as("lead.participation"), await as("officer")];
  expect((await deputy.goto("/approvals"))?.status()).toBe(403);
  await name(head, /^Participation team lead/);
  await expectGoodPage(head);
  await lead.goto(comment);
  await lead.getByRole("textbox", { name: "Comment" }).fill("Leavers were replaced by agency staff.");
  await lead.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(lead.getByText("Submitted.")).toBeVisible();

  await deputy.goto("/");
  await deputy
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /^Approvals/ })
    .click();
  await expect(deputy.getByText(/^You stand in for .*Workforce/)).toBeVisible();
  await deputy
    .getByRole("navigation", { name: "Waiting for you" })
    .getByRole("link", { name: /^4\.4 / })
    .click();
  await expect(detail(deputy)).toContainText("as their deputy: the decision carries both names.");
  await deputy.getByText("Return with a reason").click();
  await expectGoodPage(deputy);
  await deputy.getByLabel("Reason").fill("Say how many left.");

  await officer.goto("/deputies");
  await officer.getByRole("button", { name: "End it now" }).first().click();
  await expect(officer.getByRole("status")).toContainText("It is ended");
  await deputy.getByRole("button", { name: "Return revision 1" }).click();
  await expect(deputy.getByRole("alert", { name: "Nothing was decided" })).toContainText(/no more: it was ended on/);
  await expect(deputy.getByLabel("Reason")).toHaveValue("Say how many left.");

  await name(head, /^Participation team lead/);
  await deputy.getByRole("button", { name: "Return revision 1" }).click();
  await expect(deputy.getByRole("status")).toContainText("Returned: revision 1 of the comment on 4.4");
  await lead.goto(comment);
  await expect(lead.getByText(/ \(for .*\)/).first()).toBeVisible();
  await deputy.goto("/notices");
  await expect(deputy.getByText(/^You are deputy of .* ended early by/)).toBeVisible();
  await head.goto("/deputies");
  await head.getByRole("button", { name: "End it now" }).click();
  await expect(head.getByRole("status")).toContainText("It is ended");
  expect((await deputy.goto("/approvals"))?.status()).toBe(403);
});

test("a deputy is named and ended, and refused with what was typed, without JavaScript", async ({ as }) => {
  const head = await as("head", { javaScriptEnabled: false });
  await name(head, /^Workforce team lead/);
  await fill(head, /^Participation team lead/);
  await expect(head.getByRole("alert", { name: "There is a problem" })).toContainText("Workforce team lead is named");
  const form = head.getByRole("form", { name: "Name a deputy" });
  await expect(form.getByLabel("Last day")).toHaveValue(await form.getByLabel("First day").inputValue());
  await expect(form.getByLabel("Deputy").locator("option:checked")).toHaveText(/^Participation team lead/);
  await head.getByRole("button", { name: "End it now" }).click();
  await expect(head.getByRole("status")).toContainText("It is ended");
});
