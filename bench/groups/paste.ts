import { randomUUID } from "node:crypto";
import { findAction, requireDone } from "#bench/action";
import { grow } from "#bench/grow";
import { atMost, exactly, type Line } from "#bench/lines";
import { run } from "#bench/load";
import { countIn, query } from "#bench/query";
import { signIn } from "#bench/sign-in";
import { countStatements } from "#bench/statements";
import type { Yard } from "#bench/yard";
import { paths } from "#lib/paths";
import { rowKey } from "#lib/rules/return-row";

const cells = 1000;
const month = "2014-03";
const pasted = "audit.entry where verb = 'actual.paste' and operation <> 'refused'";

type Cell = { indicator: string; ref: string; month: string; seen: number };

/** Percentages of the Assessment team that each paste changes, and none of them ten times the figure before: nothing is asked. */
const listed = `select i.id as indicator, i.ref, to_char(a.month, 'YYYY-MM') as month, a.version as seen
  from actual a join indicator i on i.id = a.indicator_id join indicator_definition d on d.indicator_id = i.id
  join indicator_team it on it.indicator_id = i.id join team t on t.id = it.team_id
  join actual before on before.indicator_id = i.id and before.month = a.month - interval '1 month' and before.value > 6
  where t.slug = 'assessment' and d.unit = 'percent' and a.month >= '${month}-01' and a.value not between 50 and 58 order by a.month, i.ref limit ${cells}`;

/** A team lead records a block of a thousand figures that they looked at, all of them changed. */
export async function measurePaste(yard: Yard): Promise<Line[]> {
  const database = await yard.copy();
  await grow(database.urls.owner, { months: 48, indicators: 112 });
  const product = await yard.product(database);
  const block = await query<Cell>(database.urls.owner, listed);
  if (block.length < cells) throw new Error(`There are only ${block.length} cells to paste.`);
  const address = paths.paste(month);
  const send = await findAction(product, address, "pasteActualsAction", await signIn(product, "lead.assessment"));
  let turn = 0;
  const once = async () => {
    turn++;
    const rows = block.map((cell, row) => [cell.ref, cell.month, 50 + ((row + turn) % 9)].join("\t"));
    const seen = Object.fromEntries(block.map((cell) => [`${rowKey(cell.indicator)} ${cell.month}`, cell.seen]));
    const answer = requireDone(
      await send({
        month,
        start: block[0]!.indicator,
        block: ["PI ref\tMonth\tFigure", ...rows].join("\r\n"),
        seen: JSON.stringify(seen),
        request: randomUUID(),
        does: "record",
      }),
    );
    for (const cell of block) cell.seen++;
    return answer;
  };

  const counted = await countStatements(yard, database.name, once, { unseen: 3, times: 2 });
  const { middle, node, postgres, failed } = await run({ what: "paste", server: product, once }, yard.postmaster, 1, {
    seconds: yard.options.seconds * yard.options.rounds,
  });
  const entries = (await countIn(database.urls.owner, pasted)) / turn;
  await product.stop();
  return [
    {
      what: `paste of ${cells} figures`,
      numbers: {
        ...counted,
        ms: middle,
        "Node ms": node,
        "PostgreSQL ms": postgres,
        entries,
        failed: failed || undefined,
      },
      limits: [atMost("ms", 1000), atMost("statements", 12), atMost("unnamed", 0), exactly("entries", cells)],
    },
  ];
}
