import { defineConfig } from "vitest/config";

/** What puts something in another's place needs files of its own: elsewhere the real thing is loaded already. */
const replacing = [
  "app/(workspace)/home.test.tsx",
  "lib/access/check-password.test.ts",
  "lib/audit/opened-page.test.ts",
  "lib/people/keep-my-account.test.ts",
  "lib/people/second-factor/second-factor.test.ts",
  "lib/sign-in/openid/come-by-rule.test.ts",
  "lib/sign-in/remember-browser.test.ts",
  "lib/sign-in/sign-in-by-code.test.ts",
  "lib/testing/round-trips.test.ts",
];

export default defineConfig({
  // Of the two endings that package.json gives a component, Vite tries only the first.
  resolve: { alias: [{ find: /^#components\//, replacement: `${import.meta.dirname}/components/` }] },
  test: {
    globalSetup: ["db/testing/global-setup.ts"],
    setupFiles: ["lib/testing/as-in-next.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "shared",
          include: ["{app,bench,components,db,hammer,lib,scripts}/**/*.test.{ts,tsx}"],
          exclude: replacing,
          // Loading what a file needs costs a second; each has a database of its own all the same.
          isolate: false,
        },
      },
      { extends: true, test: { name: "replacing", include: replacing } },
    ],
  },
});
