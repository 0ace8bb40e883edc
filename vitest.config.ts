import { defineConfig } from "vitest/config";

export default defineConfig({
  // Of the two endings that package.json gives a component, Vite tries only the first.
  resolve: { alias: [{ find: /^#components\//, replacement: `${import.meta.dirname}/components/` }] },
  test: {
    include: ["{app,bench,components,db,hammer,lib,scripts}/**/*.test.{ts,tsx}"],
    globalSetup: ["db/testing/global-setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Loading what a file needs costs a second; each has a database of its own all the same.
    isolate: false,
  },
});
