// Everything that must hold, in order, until something does not; with --quick, what needs no build and no browser.
// Built-ins only; runs on Node 18.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installDependencies } from "./install-dependencies.mjs";
import { pinnedNode, requireUsableNode } from "./pinned-node.mjs";
import { environmentFor, root } from "./run.mjs";

const reports = mkdtempSync(join(tmpdir(), "candour-reports-"));
const unitReport = join(reports, "unit.json");
const browserReport = join(reports, "browser.json");
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

const count = { passed: 0, failed: 0 };
const began = Date.now();

const quickStages = [
  ["Types", () => tool("next", "typegen") && tool("tsc", "--noEmit", "--incremental", "false")],
  ["Lint", () => tool("oxlint", "--type-aware")],
  ["Format", () => tool("biome", "check")],
  ["Dead code", () => tool("knip")],
  [
    "Unit and database tests",
    () =>
      tool(
        "vitest",
        "run",
        "--allowOnly=false",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${unitReport}`,
      ),
    () => {
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read(unitReport);
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
    },
  ],
];
const slowStages = [
  ["Production build", () => script("scripts/build.ts")],
  [
    "Browser tests",
    () => script("scripts/browser-tests.mjs", browserReport),
    () => {
      const { expected, unexpected, flaky, skipped } = read(browserReport).stats;
      return { passed: expected, failed: unexpected + flaky, skipped };
    },
  ],
];

heading("Install");
try {
  requireUsableNode();
  installDependencies(root);
} catch (error) {
  console.error(error.message);
  finish(false);
}
const node = pinnedNode(root);
// Vitest and Next each set their own NODE_ENV.
const { NODE_ENV: _, ...environment } = { ...environmentFor(node), NEXT_TELEMETRY_DISABLED: "1" };

const isQuick = process.argv.includes("--quick");
for (const [name, check, tally] of isQuick ? quickStages : [...quickStages, ...slowStages]) {
  heading(name);
  const isGood = check();
  const counted = tally && tallied(tally);
  if (counted) {
    count.passed += counted.passed;
    count.failed += counted.failed;
    if (counted.skipped > 0) console.error(`\n${counted.skipped} skipped: a test that does not run says nothing.`);
  }
  if (!isGood || counted?.skipped > 0) finish(false, name);
}
finish(true);

function heading(name) {
  console.log(`\n=== ${name} (${Math.round((Date.now() - began) / 1000)} s) ===`);
}

function tool(name, ...args) {
  return run(join(root, "node_modules", ".bin", name), args);
}

function script(file, ...args) {
  return run(node, [join(root, file), ...args]);
}

function run(file, args) {
  return spawnSync(file, args, { cwd: root, env: environment, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

function tallied(tally) {
  return existsSync(unitReport) || existsSync(browserReport) ? tally() : undefined;
}

function read(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

function finish(isGood, stage = "Install") {
  if (!isGood) {
    if (count.failed === 0) count.failed = 1;
    console.error(`\nStopped at: ${stage}`);
  }
  console.log(`\n${count.passed} passed, ${count.failed} failed`);
  process.exit(isGood && count.failed === 0 ? 0 : 1);
}
