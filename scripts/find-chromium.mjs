import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

// The first has no windows and starts the lightest.
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The Chromium for the browser tests: CHROMIUM_PATH, the system's, Playwright's own, or Debian's, which root installs. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !mayRun(named)) throw new Error(`CHROMIUM_PATH is ${named}, which cannot be run.`);
  const found = named || systems() || playwrights();
  if (found) return found;

  if (process.getuid?.() === 0 && runs("apt-get", "--version")) {
    console.log("There is no Chromium here: installing Debian's ...");
    if (!installs()) {
      runs("apt-get", "update");
      installs();
    }
    const installed = systems();
    if (installed) return installed;
  }
  throw new Error(
    "The browser tests need a Chromium and there is none. Install the package chromium (Debian: apt-get install chromium), " +
      "or run npx playwright install chromium, or say where one is with CHROMIUM_PATH.",
  );
}

function systems() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(mayRun);
}

function installs() {
  return ["chromium-headless-shell", "chromium"].some((name) =>
    runs("apt-get", "install", "-y", "--no-install-recommends", name),
  );
}

function playwrights() {
  const own = chromium.executablePath();
  return mayRun(own) ? own : undefined;
}

function mayRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function runs(file, ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(file, args, { env, stdio: "ignore" }).status === 0;
}
