import pg from "pg";
import { read } from "#bench/ask";
import { lengthenTrail } from "#bench/lengthen-trail";
import { atMost, type Line } from "#bench/lines";
import { memoryOf } from "#bench/machine";
import { median } from "#bench/median";
import { signIn } from "#bench/sign-in";
import { takeAway } from "#bench/take-away";
import type { Yard } from "#bench/yard";
import { paths } from "#lib/paths";
import { largeScorecard } from "#lib/testing/large-scorecard";

/** Long exports by an auditor, while somebody else opens a page again and again: when the first row comes, how much memory, who waits. */
export async function measureExports(yard: Yard): Promise<Line[]> {
  const { trail } = yard.options;
  const database = await yard.copy();
  await growWithTrail(database.urls.owner);
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
    ["scorecard of 100 × 120", paths.exportCsv("large")],
    ["workbook of 100 × 120", paths.exportXlsx("large")],
    ["workbook of 1,000 × 120", paths.exportXlsx("largest")],
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

/** A file is of one cut, and so of what the trail holds: these are written with an author, unlike what grows elsewhere. */
async function growWithTrail(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await largeScorecard((text) => owner.query(text), { slug: "large", indicators: 100, months: 120 });
  await largeScorecard((text) => owner.query(text), { slug: "largest", indicators: 1000, months: 120 });
  await owner.query("vacuum analyze");
  await owner.end();
}
