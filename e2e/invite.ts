import { expect, type Page } from "@playwright/test";
import { command } from "#e2e/command";

/** Invites somebody by the operator's command. Answers the link to set a password. */
export function invite(...args: string[]): string {
  const said = command("people-invite", ...args);
  const link = said.split("\n").find((line) => line.startsWith("http"));
  if (!link) throw new Error(said);
  return link;
}

/** Accepts an invitation with a password of one's own. */
export async function setPassword(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByLabel("New password, once more").fill(password);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("status")).toHaveText("Your password is set. Sign in with it.");
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in?callbackUrl=/account");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
