import { randomUUID } from "node:crypto";
import { findAction, requireDone } from "#bench/action";
import { figureOfTurn, plainCells } from "#bench/plain-cells";
import type { Server } from "#bench/servers";
import { signIn } from "#bench/sign-in";
import type { Thrown } from "#bench/yard";
import { paths } from "#lib/paths";
import { nothingTyped } from "#lib/rules/actual";
import { fieldsOfTyped } from "#lib/rules/return-row";

const month = "2014-03";

/** A lead at the return: for each of those who save at once a cell, whose figure they change each time. */
export async function startRecording(product: Server, { urls }: Thrown) {
  const cells = await plainCells(urls.owner, month, 8);
  const send = await findAction(
    product,
    paths.return(month),
    "recordActualAction",
    await signIn(product, "lead.assessment"),
  );
  return async (worker: number) => {
    const cell = cells[worker]!;
    const typed = fieldsOfTyped({ ...nothingTyped, value: String(figureOfTurn(cell.seen)) });
    const fields = {
      ...typed,
      indicator: cell.indicator,
      month: cell.month,
      seen: String(cell.seen),
      request: randomUUID(),
    };
    const answer = requireDone(await send(fields));
    cell.seen++;
    return answer;
  };
}
