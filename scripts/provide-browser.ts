import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { findBrowser } from "#lib/exports/find-browser";

const run = promisify(execFile);
const described = join(import.meta.dirname, "..", "node_modules", "@sparticuz", "chromium", "package.json");

const toInstall =
  "There is no Chromium here to print board packs with. Install the package chromium (Debian: apt-get install chromium), or name one with CHROMIUM_PATH.";

/**
 * Sees to it that board packs can be printed: by the Chromium that is named, else by the machine's own, else by the one that
 * is installed with Candour, which is unpacked once into this installation's own folder. Says what to install where none runs.
 */
export async function provideBrowser(dataFolder: string): Promise<void> {
  const named = process.env.CHROMIUM_PATH;
  const found = named || findBrowser();
  if (found && (await runs(found))) return;
  const own = named ? null : await ours(dataFolder);
  // One that is found and does not run is not to be offered either: what is named there is none.
  process.env.CHROMIUM_PATH = own ?? join(dataFolder, "no-chromium");
  if (!own) console.log(toInstall);
}

/** Says why where it does not. */
async function runs(browser: string): Promise<boolean> {
  try {
    await run(browser, ["--version"], { env: { NODE_ENV: "production", PATH: process.env.PATH }, timeout: 20_000 });
    return true;
  } catch (error) {
    console.log(`The Chromium ${browser} does not run here: ${(error as Error).message.trim()}`);
    return false;
  }
}

/** The one that comes with Candour; null where its package is not installed, is for other machines, or does not run. */
async function ours(dataFolder: string): Promise<string | null> {
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(described)) return null;
  const { version } = JSON.parse(readFileSync(described, "utf8"));
  const folder = join(dataFolder, `chromium-${version}`);
  const browser = join(folder, "run");
  if (existsSync(browser) && (await runs(browser))) return browser;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  // One that was moved, or lost a file, names places that are not there; those of before, and what was never whole, are in the way.
  sweep(dataFolder);
  try {
    await unpack(folder);
  } catch (error) {
    console.log(`The Chromium that comes with Candour could not be unpacked: ${(error as Error).message.trim()}`);
    return null;
  }
  return (await runs(browser)) ? browser : null;
}

/** Removes every Chromium that was unpacked, and what another start may be unpacking only once it has had its time. */
function sweep(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const path = join(dataFolder, name);
    const isLeft = name.startsWith("unpacking-") && Date.now() - statSync(path).mtimeMs > longest;
    if (isLeft || /^chromium-\d/.test(name)) rmSync(path, { recursive: true, force: true });
  }
}

/** In milliseconds. */
const longest = 120_000;

async function unpack(folder: string): Promise<void> {
  const unpacked = mkdtempSync(join(dirname(folder), "unpacking-"));
  try {
    // Where it believes to be on bare machines of a cloud, it unpacks the libraries as well that those lack.
    await run(process.execPath, [join(import.meta.dirname, "unpack-chromium.mjs")], {
      env: { NODE_ENV: "production", TMPDIR: unpacked, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" },
      timeout: longest,
    });
    writeFileSync(join(unpacked, "fonts.conf"), fontsIn(folder));
    writeFileSync(join(unpacked, "run"), runningIn(folder), { mode: 0o700 });
    // Whole or not at all; of two that begin together the second finds it there.
    if (!existsSync(folder)) renameSync(unpacked, folder);
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

const runningIn = (folder: string) => `#!/bin/sh
export LD_LIBRARY_PATH=${quoted(join(folder, "al2023", "lib"))} FONTCONFIG_FILE=${quoted(join(folder, "fonts.conf"))}
exec ${quoted(join(folder, "chromium"))} "$@"
`;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The machine's fonts, and those that come with it where there are none. */
const fontsIn = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${escaped(join(folder, "fonts"))}</dir>
  <cachedir>${escaped(join(folder, "font-cache"))}</cachedir>
</fontconfig>
`;
