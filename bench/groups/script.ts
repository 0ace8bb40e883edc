import { scriptsOf } from "#bench/action";
import { ask, read } from "#bench/ask";
import { grow } from "#bench/grow";
import { atMost, type Line } from "#bench/lines";
import type { Server } from "#bench/servers";
import { signIn } from "#bench/sign-in";
import type { Yard } from "#bench/yard";
import { paths } from "#lib/paths";

const card = "childrens-services-improvement-scorecard";
const pages = [
  ["script of the scorecard", "head", paths.scorecard(card), 150],
  ["script of an indicator", "head", paths.indicator(card, "2.3"), 150],
  ["script of home", "head", paths.home(), 150],
  ["script of history", "head", paths.history(), 150],
  ["script of the return", "lead.assessment", paths.return("2014-08"), 190],
] as const;

/** What a browser fetches of script for a page, as it is sent compressed. */
export async function measureScript(yard: Yard): Promise<Line[]> {
  const database = await yard.copy();
  await grow(database.urls.owner, { months: 12 });
  const [product, bareNext] = [await yard.product(database), await yard.bareNext()];
  const lines: Line[] = [{ what: "script of the bare page", numbers: { kB: await scriptOf(bareNext, "/") } }];
  for (const [what, who, path, most] of pages) {
    const kB = await scriptOf(product, path, await signIn(product, who));
    lines.push({ what, numbers: { kB }, limits: [atMost("kB", most)] });
  }
  await product.stop();
  return lines;
}

async function scriptOf(server: Server, path: string, cookie?: string): Promise<number> {
  const { body } = await read(server.url + path, cookie);
  const answers = await Promise.all(
    scriptsOf(server, body).map((script) => ask(script, { headers: { "accept-encoding": "gzip" } })),
  );
  return answers.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}
