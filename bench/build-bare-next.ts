import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = "bench/bare-next";

/** Builds the bare Next app, of the same Next and React as the product, unless it is built. Answers the file that serves it. */
export function buildBareNext(root: string): string {
  const server = `${folder}/.next/standalone/${folder}/server.js`;
  const stamp = join(root, folder, ".next", "made-of");
  const made = hashOf(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === made) return server;
  console.log("Building the bare Next app ...");
  const next = join(root, "node_modules/next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, "build"], {
    cwd: join(root, folder),
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The bare Next app could not be built:\n${stdout}${stderr}`);
  const built = join(root, folder, ".next");
  cpSync(join(built, "static"), join(built, "standalone", folder, ".next", "static"), { recursive: true });
  writeFileSync(stamp, made);
  return server;
}

function hashOf(root: string): string {
  const files = [...globSync(`${folder}/{*.js,app/**/*.{js,jsx}}`, { cwd: root }), "package-lock.json"].sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}
