import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { isPinnedPlatform, pinnedPackage } from "./pinned-node.mjs";

const wanted = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];

/** Runs `npm ci` in the folder and says whether it went well. */
export function npmCi(root) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (!isPinnedPlatform || major > 22 || (major === 22 && minor >= 12)) return runNpm(process.execPath, root);

  // Under an old Node, npm passes over the native parts of packages that want a newer one, without a word.
  const borrowed = mkdtempSync(join(root, ".candour-node-"));
  try {
    return (
      fetchPinnedNode(root, borrowed) && runNpm(join(borrowed, "node_modules", pinnedPackage, "bin", "node"), root)
    );
  } finally {
    rmSync(borrowed, { recursive: true, force: true });
  }
}

function fetchPinnedNode(root, folder) {
  const path = `node_modules/${pinnedPackage}`;
  const entry = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages[path];
  const project = { name: "node", version: "1.0.0", dependencies: { [pinnedPackage]: entry.version } };
  const lock = { ...project, lockfileVersion: 3, requires: true, packages: { "": project, [path]: entry } };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify(project));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
  return runNpm(process.execPath, folder);
}

function runNpm(node, folder) {
  const own = process.env.npm_execpath ?? "";
  const [file, ...before] = own.endsWith("npm-cli.js") ? [node, own] : ["npm"];
  const { NODE_ENV: _, ...env } = process.env;
  env.PATH = [dirname(node), process.env.PATH].join(delimiter);
  return (
    spawnSync(file, [...before, ...wanted], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] }).status === 0
  );
}
