import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type Account, emailOf, password } from "#e2e/accounts";
import { signIn } from "#e2e/invite";

type Fixtures = {
  /** A page of this account's own, signed in already: `const page = await as("head")`. */
  as: (account: Account, options?: { javaScriptEnabled?: boolean }) => Promise<Page>;
};

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
/** The cookies of those who signed in to this worker's installation: each does so once. */
const states = new Map<Account, State>();

async function stateOf(account: Account, browser: Browser): Promise<State> {
  const known = states.get(account);
  if (known) return known;
  const page = await browser.newPage();
  await signIn(page, emailOf(account), password);
  await expect(page).not.toHaveURL(/sign-in/);
  const state = await page.context().storageState();
  await page.close();
  states.set(account, state);
  return state;
}

export const test = base.extend<Fixtures>({
  as: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (account, options = {}) => {
      const context = await browser.newContext({ storageState: await stateOf(account, browser), ...options });
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
