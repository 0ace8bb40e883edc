import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type Account, emailOf, password } from "#e2e/accounts";
import { signIn } from "#e2e/invite";

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
type WorkerFixtures = {
  /** The cookies of each account of this worker's installation, which signs in once. */
  states: Map<Account, State>;
};
type Fixtures = {
  /** A page of this account's own, signed in already: `const page = await as("head")`. */
  as: (account: Account, options?: { javaScriptEnabled?: boolean }) => Promise<Page>;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  states: [({}, use) => use(new Map()), { scope: "worker" }],
  as: async ({ browser, states }, use) => {
    const contexts: BrowserContext[] = [];
    const stateOf = async (account: Account): Promise<State> => {
      const page = await browser.newPage();
      await signIn(page, emailOf(account), password);
      await expect(page).not.toHaveURL(/sign-in/);
      const state = await page.context().storageState();
      await page.close();
      return state;
    };
    await use(async (account, options = {}) => {
      const storageState = states.get(account) ?? (await stateOf(account));
      states.set(account, storageState);
      const context = await browser.newContext({ storageState, ...options });
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
