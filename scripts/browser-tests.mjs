// The browser tests against the production build, each worker on a fresh demonstration of its own:
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
const servers = [];
let passed = false;

try {
  const browser = findChromium();
  if (runScript("scripts/build.ts").status !== 0) throw new Error("There is no build for the browser tests.");
  // One for each worker.
  const mailPorts = [await freePort(), await freePort()];
  const urls = await Promise.all(mailPorts.map((mailPort, number) => startServer(String(number), mailPort)));
  const env = {
    ...process.env,
    CHROMIUM_PATH: browser,
    E2E_FOLDER: folder,
    E2E_URLS: urls.join(" "),
    E2E_MAIL_PORTS: mailPorts.join(" "),
  };
  if (report) env.PLAYWRIGHT_JSON_OUTPUT_NAME = report;
  const playwright = join("node_modules", "@playwright", "test", "cli.js");
  passed = runScript(playwright, ["test", `--reporter=list${report ? ",json" : ""}`, ...given], env).status === 0;
} catch (error) {
  console.error(error.message);
} finally {
  await Promise.all(servers.map(stopServer));
  rmSync(folder, { recursive: true, force: true });
}
process.exit(passed ? 0 : 1);

function runScript(file, args = [], env = process.env) {
  return spawnSync(process.execPath, [join(root, file), ...args], { cwd: root, env, stdio: "inherit" });
}

/** Starts Candour on a fresh demonstration, kept in a folder of this name, and answers its address once it is ready. Its mail goes to a port where a test may listen. */
async function startServer(name, mailPort) {
  const { DATABASE_URL, DATABASE_APP_URL, DATABASE_SIGN_IN_URL, CANDOUR_URL, HOST, ...rest } = process.env;
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, "scripts", "start.mjs")], {
    cwd: root,
    env: {
      ...rest,
      PORT: String(port),
      CANDOUR_DATA: join(folder, name),
      CANDOUR_PRACTICE: "off",
      CANDOUR_SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      CANDOUR_MAIL_FROM: "Candour <candour@candour.test>",
    },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  servers.push(child);
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (text) => {
      if (String(text).includes("Candour is ready")) resolve(`http://localhost:${port}`);
    });
    child.on("exit", () => reject(new Error("A server for the browser tests did not start.")));
  });
}

function stopServer(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
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
