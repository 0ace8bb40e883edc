import { read } from "#bench/ask";
import { inTurn } from "#bench/in-turn";
import { lengthenTrail } from "#bench/lengthen-trail";
import { atMost, type Line } from "#bench/lines";
import { query } from "#bench/query";
import { signIn } from "#bench/sign-in";
import { countStatements } from "#bench/statements";
import { weigh } from "#bench/weigh";
import type { Yard } from "#bench/yard";
import { paths } from "#lib/paths";

const short = 1000;

/** What of the history is asked for; each but the last two finds fifty lines in a trail of a thousand entries too. */
const asked = (ids: { person: string; reader: string }, newest: number) =>
  [
    ["all", {}],
    ["one indicator", { indicator: "2.3" }],
    ["one person", { person: ids.person }],
    ["one month", { month: "2013-07" }],
    ["a rare verb", { verb: "actual.clear" }],
    ["refused", { outcome: "refused" }],
    ["further back", { before: newest - 500 }],
    ["a person of no entry", { person: ids.reader }],
  ] as const;

/** Pages of fifty lines on a short trail and on a long one, in turn: the ratio is of their processor time. */
export async function measureHistory(yard: Yard): Promise<Line[]> {
  const long = yard.options.trail;
  const trails = await Promise.all(
    [short, long].map(async (entries) => {
      const database = await yard.copy();
      await lengthenTrail(database.urls.owner, entries);
      const product = await yard.product(database);
      const cookies = { auditor: await signIn(product, "auditor"), lead: await signIn(product, "lead.assessment") };
      const [found] = await query<{ person: string; reader: string; newest: string }>(
        database.urls.owner,
        `select (select id from person where email = 'lead.assessment@candour.test') as person,
           (select id from person where email = 'reader@candour.test') as reader, max(position) as newest from audit.entry`,
      );
      return { database, product, cookies, asked: asked(found!, Number(found!.newest)) };
    }),
  );
  const lines: Line[] = [];
  for (const who of ["auditor", "lead"] as const) {
    for (const index of trails[0]!.asked.keys()) {
      const opens = trails.map(({ product, cookies, asked }) => {
        const [what, filters] = asked[index]!;
        return { what, server: product, once: () => read(product.url + paths.history(filters), cookies[who]) };
      });
      const [shorter, longer] = await inTurn(yard, opens, 3 + 3 * yard.options.rounds);
      const weights = weigh(await opens[1]!.once());
      const counted = await countStatements(yard, trails[1]!.database.name, opens[1]!.once);
      lines.push({
        what: `${who}: ${opens[1]!.what}`,
        numbers: { ...weights, ...counted, ms: longer!.ms, ratio: longer!.cpu / shorter!.cpu },
        limits: [atMost("kB", 60), atMost("ratio", 1.2)],
      });
    }
  }
  for (const { product } of trails) await product.stop();
  return lines;
}
