import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

// The first has no windows and starts the lightest.
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

let known: { named: string | undefined; path: string | undefined; found: string | null } | null = null;

/** The Chromium that prints: the one that CHROMIUM_PATH names, else the system's; null where there is none. */
export function findBrowser(): string | null {
  const [named, path] = [process.env.CHROMIUM_PATH, process.env.PATH];
  if (known?.named === named && known?.path === path && known?.found) return known.found;
  const candidates = named
    ? [named]
    : (path ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  known = { named, path, found: candidates.find(mayRun) ?? null };
  return known.found;
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
