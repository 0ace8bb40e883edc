// The browser tests against the production build, on a fresh demonstration of their own:
// node scripts/browser-tests.mjs [REPORT.json] [-- ARGUMENTS OF PLAYWRIGHT ...]
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./find-chromium.mjs";
import { root } from "./run.mjs";

const folder = mkdtempSync(join(tmpdir(), "candour-e2e-"));
const given = process.argv.slice(2);
const report = given[0]?.endsWith(".json") ? given.shift() : undefined;
const server = { child: undefined };
let passed = false;

try {
  const browser = findChromium();
  const port = await freePort();
  await startServer(port);
  const env = { ...process.env, CHROMIUM_PATH: browser, E2E_FOLDER: folder, E2E_URL: `http://localhost:${port}` };
  if (report) env.PLAYWRIGHT_JSON_OUTPUT_NAME = report;
  const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
  const reporters = `--reporter=list${report ? ",json" : ""}`;
  const run = spawnSync(process.execPath, [playwright, "test", reporters, ...given], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  passed = run.status === 0;
} catch (error) {
  console.error(error.message);
} finally {
  await stopServer();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(passed ? 0 : 1);

function startServer(port) {
  const { DATABASE_URL, DATABASE_APP_URL, DATABASE_SIGN_IN_URL, CANDOUR_URL, HOST, ...rest } = process.env;
  const env = { ...rest, PORT: String(port), CANDOUR_DATA: join(folder, "data") };
  server.child = spawn(process.execPath, [join(root, "scripts", "start.mjs")], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    server.child.stdout.on("data", (text) => {
      process.stdout.write(text);
      if (String(text).includes("Candour is ready")) resolve();
    });
    server.child.on("exit", () => reject(new Error("The server for the browser tests did not start.")));
  });
}

function stopServer() {
  const { child } = server;
  if (!child || child.exitCode !== null) return undefined;
  return new Promise((resolve) => {
    child.on("exit", resolve);
    child.kill("SIGTERM");
  });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
