// Runs one of our TypeScript files on the Node that the project pins, with everything installed first:
// node scripts/run.mjs FILE [ARGUMENT ...]. Built-ins only; runs on Node 18.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installDependencies } from "./install-dependencies.mjs";
import { pinnedNode, requireUsableNode } from "./pinned-node.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

export function run(file, args) {
  let program;
  try {
    requireUsableNode();
    installDependencies(root);
    program = pinnedNode(root);
  } catch (error) {
    console.error(`\n${error.message}`);
    process.exit(1);
  }

  // Over the channel the child learns at once that we are gone, even when we were killed.
  const child = spawn(program, [join(root, file), ...args], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  process.on("disconnect", () => child.kill("SIGTERM"));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    if (signal) console.error(`\nCandour was stopped (${signal}).`);
    process.exit(code ?? 1);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) run(process.argv[2], process.argv.slice(3));
