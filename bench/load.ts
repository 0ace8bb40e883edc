import { cpuOf } from "#bench/machine";
import type { Server } from "#bench/servers";

/** What is measured: one request of somebody, of as many as ask at once. */
export type Target = {
  what: string;
  server: Server;
  /** What must be there before requests can be made; it is not measured. Answers how many can then be made, if not any number. */
  before?: () => Promise<number>;
  once: (worker: number) => Promise<unknown>;
};

export type Run = { perSecond: number; node: number; postgres: number; middle: number; done: number; failed: number };

/** Runs a target's requests, so many at once, for so long or so many. CPU is in milliseconds a request, time in milliseconds. */
export async function run(
  target: Target,
  postmaster: number,
  workers: number,
  { seconds, requests = Number.POSITIVE_INFINITY }: { seconds: number; requests?: number },
): Promise<Run> {
  let left = Math.min(requests, (await target.before?.()) ?? requests);
  const times: number[] = [];
  let failed = 0;
  const [node, postgres, begun] = [cpuOf(target.server.pid), cpuOf(postmaster), performance.now()];
  const work = async (worker: number) => {
    while (left-- > 0 && performance.now() - begun < seconds * 1000) {
      const asked = performance.now();
      await target.once(worker).then(
        () => times.push(performance.now() - asked),
        () => failed++,
      );
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  const took = performance.now() - begun;
  const done = times.length;
  return {
    perSecond: (done / took) * 1000,
    node: (cpuOf(target.server.pid) - node) / done,
    postgres: (cpuOf(postmaster) - postgres) / done,
    middle: times.sort((a, b) => a - b)[Math.floor(done / 2)] ?? 0,
    done,
    failed,
  };
}
