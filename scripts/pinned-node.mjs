import { spawnSync } from "node:child_process";
import { join } from "node:path";

const pinned = ["linux-x64", "linux-arm64"];
const platform = `${process.platform}-${process.arch}`;

/** The program of the Node that this project pins; elsewhere our own, which must be able to run TypeScript. */
export function pinnedNode(root) {
  if (pinned.includes(platform)) {
    const program = join(root, "node_modules", `node-${platform}`, "bin", "node");
    if (spawnSync(program, ["--version"]).status === 0) return program;
  }
  requireOwnNode();
  return process.execPath;
}

/** Says so before anything is installed where our own Node will be the one to run. */
export function requireUsableNode() {
  if (!pinned.includes(platform)) requireOwnNode();
}

function requireOwnNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major >= 24 || (major === 22 && minor >= 18)) return;
  throw new Error(`On this machine (${platform}) Candour needs Node 22.18, 24 or newer; this is ${process.version}.`);
}
