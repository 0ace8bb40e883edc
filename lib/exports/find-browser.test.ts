import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { findBrowser } from "#lib/exports/find-browser";

const folder = mkdtempSync(join(tmpdir(), "candour-browser-"));
const browser = join(folder, "chromium");

afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));

test("a browser is the one that is named, else one of the machine's; none where neither may be run", () => {
  vi.stubEnv("CHROMIUM_PATH", "");
  vi.stubEnv("PATH", folder);
  expect(findBrowser()).toBeNull();
  writeFileSync(browser, "", { mode: 0o600 });
  expect(findBrowser()).toBeNull();
  chmodSync(browser, 0o700);
  expect(findBrowser()).toBe(browser);
  vi.stubEnv("CHROMIUM_PATH", join(folder, "another"));
  expect(findBrowser()).toBeNull();
});
