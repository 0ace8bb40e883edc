import { sql } from "drizzle-orm";
import { type Database, database } from "#db/client";
import { action } from "#db/schema/audit";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { RecordActual } from "#lib/actuals/inputs";
import { writeActuals } from "#lib/actuals/record-actual";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import type { Month } from "#lib/rules/month";

type Options = { request?: FormRequest; reason?: string; month?: Month };

/**
 * A team lead gives many due figures of open months at once: all of them in one action, or none. Answers that action's id, or
 * undefined when this request was already done. Throws what `writeActuals` throws.
 */
export const pasteActuals = (
  asker: Asker,
  cells: readonly RecordActual[],
  { request, reason, month }: Options = {},
): Promise<string | undefined> =>
  perform(
    asker,
    "actual.paste",
    async (tx, actor) => {
      await writeActuals(tx, actor, cells);
      return presentAction(tx);
    },
    { request, reason, about: { indicatorId: cells[0]?.indicatorId, month: cells[0]?.month ?? month } },
  );

async function presentAction(tx: Database): Promise<string> {
  const [present] = await tx
    .select({ id: action.id })
    .from(action)
    .where(sql`${action.xid} = pg_current_xact_id() and ${action.begunAt} = transaction_timestamp()`);
  return present!.id;
}

/** The action that a person's request did, if it did any. */
export async function findDoneAction(actor: PersonActor, { id }: FormRequest): Promise<string | undefined> {
  const [done] = await database()
    .select({ id: action.id })
    .from(action)
    .where(sql`${action.person} = ${actor.person.id} and ${action.requestId} = ${id} and ${action.outcome} = 'done'`);
  return done?.id;
}
