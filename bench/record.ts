import { randomUUID } from "node:crypto";
import { findAction, requireDone } from "#bench/action";
import { query } from "#bench/query";
import type { Server } from "#bench/servers";
import { signIn } from "#bench/sign-in";
import type { Thrown } from "#bench/yard";
import { nothingTyped } from "#lib/rules/actual";
import { fieldsOfTyped } from "#lib/rules/return-row";

const month = "2014-03";
type Cell = { indicator: string; month: string; seen: number; value: number };

/** A lead at the return: for each of those who save at once a cell, whose figure they change each time. */
export async function startRecording(product: Server, { urls }: Thrown) {
  const cells = await query<Cell>(
    urls.owner,
    `select a.indicator_id as indicator, to_char(a.month, 'YYYY-MM') as month, a.version as seen, a.value::float as value
     from actual a join indicator_team it on it.indicator_id = a.indicator_id join team t on t.id = it.team_id
     where t.slug = 'assessment' and a.month >= '${month}-01' order by a.month, a.indicator_id limit 8`,
  );
  const send = await findAction(
    product,
    `/returns/${month}`,
    "recordActualAction",
    await signIn(product, "lead.assessment"),
  );
  return async (worker: number) => {
    const cell = cells[worker]!;
    cell.value = (Math.round(cell.value) + 1) % 90;
    const typed = fieldsOfTyped({ ...nothingTyped, value: String(cell.value) });
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
