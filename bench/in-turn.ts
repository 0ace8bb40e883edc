import type { Target } from "#bench/load";
import { cpuOf } from "#bench/machine";
import { median } from "#bench/median";
import type { Yard } from "#bench/yard";

/** How often each is asked before it is measured. */
const unmeasured = 3;

/** Makes one request of each target after the other, so many times. Answers the median time, and all the processor time, in ms. */
export async function inTurn(yard: Yard, targets: Target[], times: number): Promise<{ ms: number; cpu: number }[]> {
  const found = targets.map(() => ({ times: [] as number[], cpu: 0 }));
  for (let time = -unmeasured; time < times; time++) {
    for (const [index, { server, once }] of targets.entries()) {
      const cpu = () => cpuOf(server.pid) + cpuOf(yard.postmaster);
      const [before, begun] = [cpu(), performance.now()];
      await once(0);
      if (time < 0) continue;
      found[index]!.times.push(performance.now() - begun);
      found[index]!.cpu += cpu() - before;
    }
  }
  return found.map(({ times, cpu }) => ({ ms: median(times), cpu }));
}
