import { randomUUID } from "node:crypto";
import { findAction, requireDone } from "#bench/action";
import { grow } from "#bench/grow";
import { atMost, exactly, type Line } from "#bench/lines";
import { run } from "#bench/load";
import { figureOfTurn, plainCells } from "#bench/plain-cells";
import { countIn } from "#bench/query";
import { signIn } from "#bench/sign-in";
import { countStatements } from "#bench/statements";
import type { Yard } from "#bench/yard";
import { paths } from "#lib/paths";
import { rowKey } from "#lib/rules/return-row";

const cells = 1000;
const month = "2014-03";
const pasted = "audit.entry where verb = 'actual.paste' and operation <> 'refused'";

/** A team lead records a block of a thousand figures that they looked at, all of them changed. */
export async function measurePaste(yard: Yard): Promise<Line[]> {
  const database = await yard.copy();
  await grow(database.urls.owner, { months: 48, indicators: 112 });
  const product = await yard.product(database);
  const block = await plainCells(database.urls.owner, month, cells);
  const address = paths.paste(month);
  const send = await findAction(product, address, "pasteActualsAction", await signIn(product, "lead.assessment"));
  let turn = 0;
  const once = async () => {
    turn++;
    const figures = block.map((_, row) => String(figureOfTurn(row + turn)));
    const rows = block.map((cell, row) => [cell.ref, cell.month, figures[row]].join("\t"));
    const seen = Object.fromEntries(block.map((cell) => [`${rowKey(cell.indicator)} ${cell.month}`, cell.seen]));
    const answer = requireDone(
      await send({
        month,
        start: block[0]!.indicator,
        block: ["PI ref\tMonth\tFigure", ...rows].join("\r\n"),
        seen: JSON.stringify(seen),
        request: randomUUID(),
        // Of some it is asked whether they are meant, as they are unlike those before them.
        ...Object.fromEntries(figures.map((figure, row) => [`answer.${row}`, figure])),
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
