import { read } from "#bench/ask";
import { grow } from "#bench/grow";
import { lengthenTrail } from "#bench/lengthen-trail";
import { atMost, type Line } from "#bench/lines";
import { memoryOf } from "#bench/machine";
import { median } from "#bench/median";
import { signIn } from "#bench/sign-in";
import { takeAway } from "#bench/take-away";
import type { Yard } from "#bench/yard";
import { paths } from "#lib/paths";

/** Long exports by an auditor, while somebody else opens a page again and again: when the first row comes, how much memory, who waits. */
export async function measureExports(yard: Yard): Promise<Line[]> {
  const { trail } = yard.options;
  const database = await yard.copy();
  await grow(database.urls.owner, { months: 120, indicators: 100 });
  await lengthenTrail(database.urls.owner, trail);
  const product = await yard.product(database);
  const [auditor, other] = [await signIn(product, "auditor"), await signIn(product, "reader")];
  const open = async () => {
    const begun = performance.now();
    await read(product.url + paths.account(), other);
    return performance.now() - begun;
  };
  const usual: number[] = [];
  for (let time = 0; time < 40; time++) usual.push(await open());
  const before = memoryOf(product.pid);
  const lines: Line[] = [{ what: "another's page, nothing exported", numbers: { ms: median(usual), MB: before } }];

  for (const [what, path] of [
    ["scorecard of 100 × 120", paths.exportCsv("childrens-services-improvement-scorecard")],
    [`history of ${trail.toLocaleString("en-GB")}`, paths.historyCsv()],
  ] as const) {
    const waits: number[] = [];
    let MB = before;
    const exporting = takeAway(product.url + path, auditor);
    while (!exporting.isDone()) {
      waits.push(await open());
      MB = Math.max(MB, memoryOf(product.pid));
    }
    const { failure, firstRow, all, bytes } = await exporting.done;
    lines.push(
      { what: `${what}: first row`, numbers: { ms: firstRow }, limits: [atMost("ms", 1000)] },
      { what: `${what}: all${failure ? ` (${failure})` : ""}`, numbers: { ms: all, kB: bytes / 1000 } },
      { what: `${what}: memory`, numbers: { MB, ratio: MB / before }, limits: [atMost("ratio", 2)] },
      { what: `${what}: another's page`, numbers: { ms: Math.max(...waits) }, limits: [atMost("ms", 1000)] },
    );
  }
  await product.stop();
  return lines;
}
