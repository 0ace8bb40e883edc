import { setTimeout as pause } from "node:timers/promises";
import { atMost, type Line } from "#bench/lines";
import { memoryOf } from "#bench/machine";
import { median } from "#bench/median";
import type { Server } from "#bench/servers";
import type { Yard } from "#bench/yard";

const idleSeconds = 5;

/** From the command to the first page, built and migrated and with PostgreSQL running; and the memory of the web process, idle after it but for the worker's part. */
export async function measureStart(yard: Yard): Promise<Line[]> {
  const database = await yard.copy();
  const starts = { bare: yard.freshBareNext, ours: () => yard.product(database, { works: true }) };
  const measured = { bare: [] as { ms: number; MB: number }[], ours: [] as { ms: number; MB: number }[] };
  // The first start of each finds files that nobody has read yet.
  for (let round = 0; round <= yard.options.rounds; round++) {
    for (const name of ["bare", "ours"] as const) {
      const found = await startedAndIdle(starts[name]);
      if (round > 0) measured[name].push(found);
    }
  }
  const [bare, ours] = (["bare", "ours"] as const).map((name) => ({
    ms: median(measured[name].map(({ ms }) => ms)),
    MB: median(measured[name].map(({ MB }) => MB)),
  }));
  const times = (of: "ms" | "MB") =>
    median(measured.ours.map((one, round) => one[of] / (measured.bare[round]?.[of] ?? 1)));
  return [
    { what: "start: bare Next app", numbers: { ms: bare?.ms } },
    { what: "start to the first page", numbers: { ms: ours?.ms, ratio: times("ms") }, limits: [atMost("ratio", 2)] },
    { what: "idle: bare Next app", numbers: { MB: bare?.MB } },
    { what: "idle web process", numbers: { MB: ours?.MB, ratio: times("MB") }, limits: [atMost("ratio", 1.5)] },
  ];
}

async function startedAndIdle(start: () => Promise<Server>): Promise<{ ms: number; MB: number }> {
  const server = await start();
  await pause(idleSeconds * 1000);
  const MB = memoryOf(server.pid);
  await server.stop();
  return { ms: server.startedIn, MB };
}
