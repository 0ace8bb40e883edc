import { defineConfig } from "@playwright/test";
import { installation } from "#e2e/installation";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  forbidOnly: true,
  workers: process.env.E2E_URLS?.split(" ").length ?? 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: installation.url,
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1280, height: 900 },
    // A trace of everything doubles the time: ask for one with `--trace on`.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
  projects: [
    { name: "every page", testMatch: "every-page.spec.ts", fullyParallel: true },
    // They change what the pages show: afterwards, and of one file one after the other.
    { name: "tasks", testMatch: "*.spec.ts", testIgnore: "every-page.spec.ts", dependencies: ["every page"] },
  ],
});
