import { type Answer, read } from "#bench/ask";
import { grow } from "#bench/grow";
import { holdOpen } from "#bench/hold-open";
import { atMost, type Line, type Numbers } from "#bench/lines";
import { memoryOf } from "#bench/machine";
import { median } from "#bench/median";
import { signIn } from "#bench/sign-in";
import { countStatements } from "#bench/statements";
import { weigh } from "#bench/weigh";
import type { Thrown, Yard } from "#bench/yard";
import { paths } from "#lib/paths";

const card = "childrens-services-improvement-scorecard";
const sizes = [16, 100, 1000];
const limits = [atMost("kB", 1500), atMost("ms", 1000)];

const pages = [
  ["scorecard", "head", paths.scorecard(card)],
  ["theme", "head", paths.theme(card, "quality-of-practice")],
  ["indicator", "head", paths.indicator(card, "2.3")],
  ["return", "lead.assessment", paths.return("2023-08")],
  ["returns", "lead.assessment", paths.returns()],
  ["home of a lead", "lead.assessment", paths.home()],
  ["home of a head", "head", paths.home()],
  ["approvals", "head", paths.approvals()],
  ["months", "officer", paths.months()],
  ["a month with its checklist", "officer", paths.month(card, "2023-08")],
] as const;

/** Every page again where ten years are kept of 16, 100 and 1,000 indicators, all months open, read anew each time; memory is the web process's after each. */
export async function measureGrowth(yard: Yard): Promise<Line[]> {
  const lines: Line[] = [];
  const release = await holdOpen(yard.superuserUrl);
  for (const indicators of sizes) {
    const database = await yard.copy();
    await grow(database.urls.owner, { months: 120, indicators });
    const product = await yard.product(database);
    const cookies = {
      head: await signIn(product, "head"),
      "lead.assessment": await signIn(product, "lead.assessment"),
      officer: await signIn(product, "officer"),
    };
    for (const [page, who, path] of pages) {
      const open = () => read(product.url + path, cookies[who]);
      const what = `${indicators.toLocaleString("en-GB")}: ${page}`;
      try {
        const numbers = { ...(await opened(yard, database, open)), MB: memoryOf(product.pid) };
        lines.push({ what, numbers, limits });
      } catch (error) {
        lines.push({ what: `${what} (${(error as Error).message})`, numbers: {}, limits });
      }
    }
    await product.stop();
  }
  await release();
  return lines;
}

async function opened(yard: Yard, database: Thrown, open: () => Promise<Answer>): Promise<Numbers> {
  const times: number[] = [];
  for (let time = 0; time <= yard.options.rounds; time++) {
    const begun = performance.now();
    await open();
    times.push(performance.now() - begun);
  }
  const counted = await countStatements(yard, database.name, open, { unseen: 0, times: 1 });
  return { ms: median(times.slice(1)), ...weigh(await open()), ...counted };
}
