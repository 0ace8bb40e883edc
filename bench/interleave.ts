import type { Numbers } from "#bench/lines";
import { type Run, run, type Target } from "#bench/load";
import { median } from "#bench/median";
import type { Yard } from "#bench/yard";

/**
 * Measures targets in turn, round after round, so that what else the machine does falls on all alike; each is warmed
 * by as many requests first, since the just-in-time compiler learns by them, and each round begins with another one, so
 * that none is always the first. The ratio is to the target named `floor`, of each round, eight at once.
 */
export async function interleave(
  yard: Yard,
  targets: Target[],
  floor?: string,
  warming = { requests: yard.options.warming, seconds: 60 },
): Promise<Map<string, Numbers>> {
  const { rounds, seconds } = yard.options;
  const runs = new Map(targets.map(({ what }) => [what, { 1: [] as Run[], 8: [] as Run[] }]));
  for (const target of targets) {
    const begun = performance.now();
    for (let left = warming.requests; left > 0 && performance.now() - begun < warming.seconds * 1000; ) {
      const { done, failed } = await run(target, yard.postmaster, 8, { seconds: 2, requests: left });
      left -= done + failed;
    }
  }
  for (let round = 1; round <= rounds; round++) {
    for (const workers of [1, 8] as const) {
      const first = Math.floor(((round - 1) * targets.length) / rounds);
      for (const target of [...targets.slice(first), ...targets.slice(0, first)]) {
        const measured = await run(target, yard.postmaster, workers, { seconds });
        runs.get(target.what)?.[workers].push(measured);
      }
    }
    console.error(`  round ${round} of ${rounds} is done`);
  }
  const floors = floor === undefined ? undefined : runs.get(floor)?.[8];
  const cpu = ({ node, postgres }: Run) => node + postgres;
  return new Map(
    [...runs].map(([what, { 1: alone, 8: crowd }]) => [
      what,
      {
        "1 at once": median(alone.map(({ perSecond }) => perSecond)),
        "8 at once": median(crowd.map(({ perSecond }) => perSecond)),
        ratio: floors && median(crowd.map((run, round) => run.perSecond / floors[round]!.perSecond)),
        "CPU ratio": floors && median(crowd.map((run, round) => cpu(floors[round]!) / cpu(run))),
        ms: median(alone.map(({ middle }) => middle)),
        "Node ms": median(crowd.map(({ node }) => node)),
        "PostgreSQL ms": median(crowd.map(({ postgres }) => postgres)),
        failed: [...alone, ...crowd].reduce((sum, { failed }) => sum + failed, 0) || undefined,
      },
    ]),
  );
}
