import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  forbidOnly: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    // Set by `npm run test:browser`, which starts a fresh demonstration first.
    baseURL: process.env.E2E_URL ?? "http://localhost:3000",
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
    { name: "sign in", testMatch: "sign-in.set-up.ts" },
    { name: "every page", testMatch: "every-page.spec.ts", dependencies: ["sign in"], fullyParallel: true },
    // They change the one database of the run: one after the other.
    {
      name: "tasks",
      testMatch: "*.spec.ts",
      testIgnore: ["every-page.spec.ts", "lose-the-database.spec.ts"],
      dependencies: ["every page"],
      workers: 1,
    },
    // Nobody else can use the database meanwhile: last, and alone.
    { name: "without a database", testMatch: "lose-the-database.spec.ts", dependencies: ["tasks"], workers: 1 },
  ],
});
