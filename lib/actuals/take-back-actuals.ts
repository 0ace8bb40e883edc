import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import { placeKey } from "#lib/actuals/cell-places";
import type { TakeBackActuals } from "#lib/actuals/inputs";
import { lockCells } from "#lib/actuals/lock-cell";
import { listPastedRows } from "#lib/actuals/pasted-rows";
import { reasonOf, requireReason } from "#lib/actuals/require-reason";
import { requireRecorder } from "#lib/actuals/require-recorder";
import { writeContents } from "#lib/actuals/write-content";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";

/**
 * A team lead takes back a paste as one, by an act of its own: what stood before comes back wherever nobody has changed the
 * figure since. Answers how many came back, or undefined when this request was already done. Throws what `writeBefore` throws.
 */
export const takeBackActuals = (
  asker: Asker,
  given: TakeBackActuals,
  request?: FormRequest,
): Promise<number | undefined> =>
  perform(asker, "actual.take_back", (tx, actor) => writeBefore(tx, actor, given), {
    request,
    reason: reasonOf(given),
    about: { month: given.month },
  });

/** Throws NOT_FOUND, WRONG_STATE where everything was changed since, INVALID without the reason that is asked, and what `lockCells` and `requireRecorder` throw. */
async function writeBefore(tx: Database, actor: PersonActor, { actionId, ...given }: TakeBackActuals): Promise<number> {
  const rows = await listPastedRows(tx, actor, actionId);
  if (rows.length === 0) throw new Refusal("NOT_FOUND", "There is no such paste.");
  const cells = await lockCells(tx, actor, rows);
  for (const cell of cells) requireRecorder(actor, cell);
  const before = new Map(rows.map((row) => [placeKey(row), row]));
  const writes = cells.flatMap((cell) => {
    const row = before.get(placeKey(cell));
    return row && row.version === cell.present?.version ? [{ cell, seen: row.version, content: row.before }] : [];
  });
  if (writes.length === 0 && rows.some(({ isTakenBack }) => isTakenBack)) {
    throw new Refusal("WRONG_STATE", "This paste was taken back already.");
  }
  if (writes.length === 0) {
    throw new Refusal("WRONG_STATE", "All of these figures were changed since, so there is nothing to take back.");
  }
  for (const { cell, content } of writes) requireReason(actor, cell, content, given);
  return (await writeContents(tx, writes)).size;
}
