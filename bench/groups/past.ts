import { read } from "#bench/ask";
import { grow } from "#bench/grow";
import { holdOpen } from "#bench/hold-open";
import { inTurn } from "#bench/in-turn";
import { lengthenRows } from "#bench/lengthen-rows";
import { atMost, type Line } from "#bench/lines";
import { signIn } from "#bench/sign-in";
import { countStatements } from "#bench/statements";
import { weigh } from "#bench/weigh";
import type { Yard } from "#bench/yard";
import { paths } from "#lib/paths";

const card = "childrens-services-improvement-scorecard";
const range = { from: "2013-09", to: "2014-08" };

const pages = [
  ["scorecard of 16 × 12", (cut: number | null) => paths.scorecard(card, { ...range, cut })],
  ["theme", (cut: number | null) => paths.theme(card, "quality-of-practice", { cut })],
  ["comment", (cut: number | null) => paths.comment(card, "2.3", "2014-04", { cut })],
] as const;

/** The same pages as they are and as they stood, read anew each time, half way and at the end of a long trail: the ratio is of their processor time. */
export async function measurePast(yard: Yard): Promise<Line[]> {
  const database = await yard.copy();
  await grow(database.urls.owner, { months: 12 });
  const { old, newest } = await lengthenRows(database.urls.owner, yard.options.trail);
  const product = await yard.product(database);
  const cookie = await signIn(product, "auditor");
  const lines: Line[] = [];
  const release = await holdOpen(yard.superuserUrl);
  for (const [what, pathOf] of pages) {
    const opens = [null, old, newest].map((cut) => ({
      what,
      server: product,
      once: () => read(product.url + pathOf(cut), cookie),
    }));
    const [live, ...pasts] = await inTurn(yard, opens, 10 + 10 * yard.options.rounds);
    const present = weigh(await opens[0]!.once());
    lines.push({ what: `${what}, as it is`, numbers: { ...present, ms: live!.ms } });
    for (const [index, past] of pasts.entries()) {
      const { once } = opens[index + 1]!;
      const counted = await countStatements(yard, database.name, once);
      lines.push({
        what: `${what}, ${index === 0 ? "half way" : "the newest cut"}`,
        numbers: { ...weigh(await once()), ...counted, ms: past.ms, ratio: past.cpu / live!.cpu },
        limits: [atMost("ratio", 1.5), atMost("kB", Math.ceil((present.kB ?? 0) + 3)), atMost("statements", 7)],
      });
    }
  }
  await release();
  await product.stop();
  return lines;
}
