import { readFileSync } from "node:fs";

/** Calls back when the npm that started us is gone: killed, it tells only its shell, or nobody. */
export function whenNpmEnds(callBack) {
  if (!process.env.npm_lifecycle_event) return;
  const before = parents();
  setInterval(() => parents() !== before && callBack(), 500).unref();
}

// npm starts a shell, which starts us or becomes us.
function parents() {
  const parent = process.ppid;
  return isShell(parent) ? `${parent} ${read(`/proc/${parent}/status`).match(/^PPid:\s+(\d+)/m)?.[1]}` : `${parent}`;
}

function isShell(pid) {
  return read(`/proc/${pid}/cmdline`).split("\0").includes("-c");
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
