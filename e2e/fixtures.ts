import { test as base, type Page } from "@playwright/test";
import { type Account, stateOf } from "#e2e/accounts";

type Fixtures = {
  /** A page of this account's own, signed in already: `const page = await as("head")`. */
  as: (account: Account, options?: { javaScriptEnabled?: boolean }) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  as: async ({ browser }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (account, options = {}) => {
      const context = await browser.newContext({ storageState: stateOf(account), ...options });
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect } from "@playwright/test";
