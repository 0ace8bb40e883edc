import { createHash } from "node:crypto";
import { accessSync, constants, cpSync, existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SetUpError } from "#db/set-up-error";
import { runToItsEnd } from "#scripts/run-to-its-end";

const inputs = ["{app,components,lib,db,public}/**/*", "*.{ts,js,mjs,json,css}"];
const notInputs = /\.test\.tsx?$|^(db|lib)\/testing\b|^db\/embedded\b|next-env\.d\.ts|tsconfig\.tsbuildinfo|knip\.json/;

/** Makes the production build unless there is one of exactly these inputs; answers the folder to serve. */
export async function buildIfNeeded(root: string): Promise<string> {
  const built = join(root, ".next", "standalone");
  const stampFile = join(built, ".candour-inputs");
  const stamp = hashOfInputs(root);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return built;

  requireWritable(root);
  console.log("Building (a minute or so, once) ...");
  await build(root);
  cpSync(join(root, ".next", "static"), join(built, ".next", "static"), { recursive: true });
  if (existsSync(join(root, "public"))) cpSync(join(root, "public"), join(built, "public"), { recursive: true });
  writeFileSync(stampFile, stamp);
  return built;
}

function requireWritable(root: string): void {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new SetUpError(`You may not write to ${root}, where the build is to stand. Use a copy of your own.`);
  }
}

async function build(root: string): Promise<void> {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  await runToItsEnd([next, "build"], { cwd: root, env }).catch((error: Error) => {
    throw new SetUpError(`The build failed:\n\n${error.message}`);
  });
}

function hashOfInputs(root: string): string {
  const hash = createHash("sha256").update(process.version);
  const entries = globSync(inputs, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const file of files) {
    const name = file.slice(root.length + 1);
    if (!notInputs.test(name)) hash.update(`${name}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}
