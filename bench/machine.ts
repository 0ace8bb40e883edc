import { readdirSync, readFileSync } from "node:fs";

type Process = { parent: number; cpu: number; memory: number };

// A tick is 10 ms and a page 4 kB on every Linux that Candour runs on.
const read = (pid: number): Process => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
  return { parent: fields[1] ?? 0, cpu: ticks * 10, memory: ((fields[21] ?? 0) * 4096) / 1e6 };
};

/** A process and all that it started and that still run; what ended is counted with the one that started it. */
function family(root: number): Process[] {
  const all = new Map<number, Process>();
  for (const name of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      all.set(Number(name), read(Number(name)));
    } catch {
      // It ended meanwhile.
    }
  }
  const descends = (pid: number): boolean => pid === root || (all.has(pid) && descends(all.get(pid)!.parent));
  return [...all].filter(([pid]) => descends(pid)).map(([, process]) => process);
}

/** Milliseconds of processor that a process and all that it started have used. */
export const cpuOf = (pid: number): number => family(pid).reduce((sum, { cpu }) => sum + cpu, 0);

/** Megabytes in memory of the largest of them: of `npm start`, the web process. */
export const memoryOf = (pid: number): number => Math.max(...family(pid).map(({ memory }) => memory));
