import { spawnSync } from "node:child_process";
import { join } from "node:path";

const platform = `${process.platform}-${process.arch}`;

export const isPinnedPlatform = ["linux-x64", "linux-arm64"].includes(platform);
export const pinnedPackage = `node-${platform}`;

/** The program of the Node that this project pins; elsewhere our own, which must be able to run TypeScript. */
export function pinnedNode(root) {
  if (isPinnedPlatform) {
    const program = join(root, "node_modules", pinnedPackage, "bin", "node");
    if (program === process.execPath || spawnSync(program, ["--version"]).status === 0) return program;
  }
  requireOwnNode();
  return process.execPath;
}

/** Says so before anything is installed where our own Node will be the one to run. */
export function requireUsableNode() {
  if (!isPinnedPlatform) requireOwnNode();
}

function requireOwnNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major >= 24 || (major === 22 && minor >= 18)) return;
  throw new Error(`On this machine (${platform}) Candour needs Node 22.18, 24 or newer; this is ${process.version}.`);
}
