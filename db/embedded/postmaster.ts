import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

export type Postmaster = { pid: number; port: number };

/** The server that says it serves this cluster, if it is alive; a file left by one that is not ours is removed. */
export function findPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return null;
  }
  const [pid, folder, , port] = [Number(lines[0]), lines[1], lines[2], Number(lines[3])];
  if (!isAlive(pid)) return null;
  if (folder === cluster && serves(pid, cluster)) return { pid, port };

  // A copied folder, or a number given to another process since: PostgreSQL would refuse to start for ever.
  rmSync(file);
  return null;
}

/** Tells the server to end, and waits until it has; synchronous, so that it also works while the process exits. */
export function stopPostmaster(cluster: string, { patience = 10_000 } = {}): void {
  const postmaster = findPostmaster(cluster);
  if (!postmaster) return;
  process.kill(postmaster.pid, "SIGINT");
  const nap = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < patience && hasLock(cluster); waited += 20) Atomics.wait(nap, 0, 0, 20);
}

function hasLock(cluster: string): boolean {
  try {
    readFileSync(join(cluster, "postmaster.pid"));
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function serves(pid: number, cluster: string): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(cluster);
  } catch {
    return false;
  }
}
