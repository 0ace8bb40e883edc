import { openComments } from "#bench/comment-cells";
import { grow } from "#bench/grow";
import { interleave } from "#bench/interleave";
import { atMost, exactly, type Line } from "#bench/lines";
import { countIn } from "#bench/query";
import { countStatements } from "#bench/statements";
import type { Yard } from "#bench/yard";

const verbs = ["submit", "approve", "return"] as const;
const doneOf = (verb: string) => `audit.action where verb = 'comment.${verb}' and outcome = 'done'`;

/** What a lead and a head of service do to a comment; the forms are read before, unmeasured. */
export async function measureComments(yard: Yard): Promise<Line[]> {
  const database = await yard.copy();
  await grow(database.urls.owner, { months: 12 });
  const product = await yard.product(database);
  const comments = await openComments(product, database);

  const targets = verbs.map((verb) => {
    let sends: Awaited<ReturnType<(typeof comments)[typeof verb]>> = [];
    return {
      what: `${verb} a comment`,
      server: product,
      before: async () => {
        sends = await comments[verb]();
        return sends.length;
      },
      once: () => sends.pop()!(),
    };
  });
  const lines: Line[] = [];
  for (const { what, before: getReady, once } of targets) {
    await getReady();
    const { bytes } = await once();
    const counted = await countStatements(yard, database.name, once);
    lines.push({
      what,
      numbers: { ...counted, kB: bytes / 1000 },
      limits: [atMost("statements", 6), atMost("kB", 5), exactly("entries", 1)],
    });
  }
  const measured = await interleave(yard, targets);
  for (const [index, verb] of verbs.entries()) {
    const entries = (await countIn(database.urls.owner, doneOf(verb))) / comments.done[verb];
    lines[index]!.numbers = { ...measured.get(lines[index]!.what), ...lines[index]!.numbers, entries };
  }
  await product.stop();
  return lines;
}
