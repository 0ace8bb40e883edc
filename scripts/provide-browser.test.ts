import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { findBrowser } from "#lib/exports/find-browser";
import { printPdf } from "#lib/exports/print-pdf";
import { provideBrowser } from "#scripts/provide-browser";

const folder = mkdtempSync(join(tmpdir(), "candour's browser-"));
const isInstalled = existsSync("node_modules/@sparticuz/chromium") && process.arch === "x64";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("where the machine has no Chromium the one that comes with Candour prints, in a folder of this installation's own", {
  timeout: 120_000,
}, async () => {
  vi.stubEnv("CHROMIUM_PATH", "");
  vi.stubEnv("PATH", "");
  const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await provideBrowser(folder);
  const browser = findBrowser();
  if (!isInstalled) {
    // It is optional: without it the start says what to install.
    expect(browser).toBeNull();
    expect(said).toHaveBeenCalledWith(expect.stringContaining("Install the package chromium"));
    return;
  }
  expect(said).not.toHaveBeenCalled();
  expect(browser).toContain(folder);
  const [unpacked] = readdirSync(folder);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^chromium-\d/)]);
  expect(statSync(join(folder, unpacked!)).mode & 0o777).toBe(0o700);
  const html = "<!doctype html><html lang=en><title>A pack</title><h1>The board meets</h1></html>";
  const pdf = await getDocumentProxy(
    new Uint8Array(await printPdf(html, { browser: browser!, foot: "<span></span>" })),
  );
  expect((await extractText(pdf, { mergePages: true })).text).toContain("The board meets");
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });

  // It is there the next time, and another that is named goes before it.
  vi.stubEnv("CHROMIUM_PATH", "");
  const begun = performance.now();
  await provideBrowser(folder);
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(findBrowser()).toBe(browser);
  vi.stubEnv("CHROMIUM_PATH", "/nowhere/chromium");
  await provideBrowser(folder);
  expect(findBrowser()).toBeNull();
  expect(said).toHaveBeenCalledWith(expect.stringContaining("/nowhere/chromium does not run here"));

  // Once its folder was moved, and something was left of a start that was ended, it is unpacked anew, also beside one of the machine's that only says what it would need.
  const moved = `${folder}-moved`;
  renameSync(folder, moved);
  mkdirSync(join(moved, "unpacking-left"));
  utimesSync(join(moved, "unpacking-left"), 0, 0);
  const bin = join(moved, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "chromium-browser"), "#!/bin/sh\nexit 10\n", { mode: 0o700 });
  vi.stubEnv("CHROMIUM_PATH", "");
  vi.stubEnv("PATH", bin);
  await provideBrowser(moved);
  expect(process.env.CHROMIUM_PATH).toBe(join(moved, unpacked!, "run"));
  expect(readdirSync(moved).toSorted()).toEqual(["bin", unpacked]);

  // One that is named and does not run is not used.
  vi.stubEnv("CHROMIUM_PATH", join(bin, "chromium-browser"));
  await provideBrowser(moved);
  expect(findBrowser()).toBeNull();
  rmSync(moved, { recursive: true });
});
