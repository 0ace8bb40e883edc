// Runs one of our TypeScript files on the Node that the project pins, with everything installed first:
// node scripts/run.mjs FILE [ARGUMENT ...]. Built-ins only; runs on Node 18.
import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installDependencies } from "./install-dependencies.mjs";
import { pinnedNode, requireUsableNode } from "./pinned-node.mjs";
import { whenNpmEnds } from "./when-npm-ends.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What the programs of ours find in their environment; of the first two a person may say otherwise. */
export function environmentFor(program) {
  return {
    // What was compiled before is not compiled again.
    NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "compiled"),
    // Else each thread keeps the memory that it once needed, such as for hashing a password.
    MALLOC_ARENA_MAX: "2",
    ...process.env,
    // Whatever starts `node` by its name, as the build does, finds the one that we run on.
    PATH: [dirname(program), process.env.PATH].join(delimiter),
  };
}

/**
 * What V8 is told of the program that serves: not to collect and give back all its memory some seconds after the last request,
 * for which the next would pay.
 */
export const servingFlags = ["--no-memory-reducer"];

export function run(file, args, flags = []) {
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
  const stdio = ["inherit", "inherit", "inherit", "ipc"];
  const child = spawn(program, [...flags, join(root, file), ...args], { env: environmentFor(program), stdio });
  process.on("disconnect", () => child.kill("SIGTERM"));
  whenNpmEnds(() => child.kill("SIGTERM"));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    if (signal) console.error(`\nCandour was stopped (${signal}).`);
    process.exit(code ?? 1);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) run(process.argv[2], process.argv.slice(3));
