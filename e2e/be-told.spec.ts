import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const comment = "/scorecards/childrens-services-improvement-scorecard/indicators/2.4/comments/2014-01";
const menu = (page: Page) => page.getByRole("navigation", { name: "Main" });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("a lead is told that a comment came back, reads why once, and is led to it", async ({ as }) => {
  const [lead, head] = [await as("lead.assessment"), await as("head")];
  await lead.goto("/notices");
  await lead.goto(comment);
  await lead.getByRole("textbox", { name: "Comment" }).fill("The duty team moved in January.");
  await press(lead, "Submit");
  await expect(lead.getByText("Submitted.")).toBeVisible();

  await head.goto("/approvals?month=2014-01");
  await head.getByRole("navigation", { name: "Waiting for you" }).getByRole("link", { name: "2.4" }).click();
  await expect(head).toHaveURL(/revision=/);
  await head.getByText("Return with a reason").click();
  await head.getByLabel("Reason").fill("Say where it moved.");
  await press(head, "Return revision 1");
  await expect(head.getByRole("status")).toContainText("Returned: revision 1");

  await lead.goto("/");
  await expect(menu(lead).getByRole("link", { name: "Notices 1 new" })).toBeVisible();
  await menu(lead)
    .getByRole("link", { name: /^Notices/ })
    .click();
  const newest = lead.getByRole("main").getByRole("listitem").first();
  await expect(newest).toContainText(/^New .*The comment on 2\.4 for January 2014 was returned by /);
  await expect(newest).toContainText("Reason: Say where it moved.");
  await expect(menu(lead).getByRole("link", { name: "Notices", exact: true })).toBeVisible();
  await expectGoodPage(lead);
  await newest.getByRole("link").click();
  await expect(lead).toHaveURL(comment);
  await expect(lead.getByText("Say where it moved.").first()).toBeVisible();

  const plain = await as("lead.assessment", { javaScriptEnabled: false });
  await plain.goto("/notices");
  await expect(plain.getByRole("main").getByRole("listitem").first()).not.toContainText("New ");
  await expect(menu(plain).getByRole("link", { name: "Notices", exact: true })).toBeVisible();
});
