import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { findBrowser } from "#lib/exports/find-browser";

const run = promisify(execFile);
const described = join(import.meta.dirname, "..", "node_modules", "@sparticuz", "chromium", "package.json");

const toInstall =
  "There is no Chromium here to print board packs with. Install the package chromium (Debian: apt-get install chromium), or name one with CHROMIUM_PATH.";

/**
 * Sees to it that board packs can be printed: by the machine's own Chromium, else by the one that is installed with Candour,
 * which is unpacked once into this installation's own folder. Says what to install where neither runs.
 */
export async function provideBrowser(dataFolder: string): Promise<void> {
  if (process.env.CHROMIUM_PATH || findBrowser()) return;
  try {
    const browser = await ours(dataFolder);
    if (browser) {
      await run(browser, ["--version"], { env: { NODE_ENV: "production" }, timeout: 20_000 });
      process.env.CHROMIUM_PATH = browser;
      return;
    }
  } catch (error) {
    console.log(`The Chromium that comes with Candour does not run here: ${(error as Error).message.trim()}`);
  }
  console.log(toInstall);
}

/** Null where its package is not installed, or is for other machines. */
async function ours(dataFolder: string): Promise<string | null> {
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(described)) return null;
  const { version } = JSON.parse(readFileSync(described, "utf8"));
  const folder = join(dataFolder, `chromium-${version}`);
  const browser = join(folder, "run");
  if (existsSync(browser)) return browser;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const unpacked = mkdtempSync(join(dataFolder, "unpacking-"));
  try {
    // Where it believes to be on bare machines of a cloud, it unpacks the libraries as well that those lack.
    await run(process.execPath, [join(import.meta.dirname, "unpack-chromium.mjs")], {
      env: { NODE_ENV: "production", TMPDIR: unpacked, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" },
      timeout: 120_000,
    });
    writeFileSync(join(unpacked, "fonts.conf"), fontsIn(folder));
    writeFileSync(join(unpacked, "run"), runningIn(folder), { mode: 0o700 });
    // Whole or not at all; of two that begin together the second finds it there.
    if (!existsSync(folder)) renameSync(unpacked, folder);
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
  return browser;
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
