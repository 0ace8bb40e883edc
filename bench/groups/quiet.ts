import { setTimeout as pause } from "node:timers/promises";
import { read } from "#bench/ask";
import { grow } from "#bench/grow";
import { atMost, type Line } from "#bench/lines";
import { median } from "#bench/median";
import { signIn } from "#bench/sign-in";
import type { Yard } from "#bench/yard";
import { paths } from "#lib/paths";

/** The first click after nobody did anything for a while, beside the second: the scorecard, opened by a head of service. */
export async function measureQuiet(yard: Yard): Promise<Line[]> {
  const { quiet, rounds } = yard.options;
  const database = await yard.copy();
  await grow(database.urls.owner, { months: 12 });
  const product = await yard.product(database);
  const cookie = await signIn(product, "head");
  const click = async () => {
    const begun = performance.now();
    await read(product.url + paths.scorecard("childrens-services-improvement-scorecard"), cookie);
    return performance.now() - begun;
  };
  for (let time = 0; time < 30; time++) await click();
  const [first, second]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    await pause(quiet * 1000);
    first.push(await click());
    second.push(await click());
  }
  await product.stop();
  const ratio = median(first.map((time, round) => time / (second[round] ?? time)));
  return [
    { what: `second click`, numbers: { ms: median(second) } },
    { what: `first click after ${quiet} s`, numbers: { ms: median(first), ratio }, limits: [atMost("ratio", 1.3)] },
  ];
}
