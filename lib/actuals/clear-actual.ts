import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import { conflictOver } from "#lib/actuals/conflict";
import type { ClearActual } from "#lib/actuals/inputs";
import { lockCell } from "#lib/actuals/lock-cell";
import type { SavedActual } from "#lib/actuals/queries";
import type { Recorded } from "#lib/actuals/record-actual";
import { reasonOf, requireReason } from "#lib/actuals/require-reason";
import { requireRecorder } from "#lib/actuals/require-recorder";
import { showActual } from "#lib/actuals/shown-actual";
import { writeContent } from "#lib/actuals/write-content";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { emptyActual } from "#lib/rules/actual";
import { monthName } from "#lib/rules/month";

/** A team lead takes back what they recorded for an open month. Throws what `writeClearing` throws. */
export const clearActual = (asker: Asker, given: ClearActual, request?: FormRequest): Promise<Recorded | undefined> =>
  perform(
    asker,
    "actual.clear",
    async (tx, actor) => {
      const saved = await writeClearing(tx, actor, given);
      return { ...saved, shown: showActual(actor, saved) };
    },
    { request, reason: reasonOf(given), about: { indicatorId: given.indicatorId, month: given.month } },
  );

/**
 * Clears a figure, so that nobody has said anything again: the row and its history stay. Throws WRONG_STATE when there is
 * nothing to clear, INVALID without the reason that is asked, CONFLICT, and what `lockCell` and `requireRecorder` throw.
 */
export async function writeClearing(
  tx: Database,
  actor: PersonActor,
  { indicatorId, month, seen, ...reason }: ClearActual,
): Promise<SavedActual> {
  const cell = await lockCell(tx, actor, indicatorId, month);
  requireRecorder(actor, cell);
  if (!cell.present || (cell.present.value === null && cell.present.missing === null)) {
    throw new Refusal("WRONG_STATE", `${cell.ref} for ${monthName(month)} has no figure to clear.`);
  }
  const asksWhy = cell.present.version === seen ? requireReason(actor, cell, emptyActual, reason) : null;
  const saved = await writeContent(tx, actor, cell, seen, emptyActual);
  if (saved) return { ...saved, asksWhy };
  throw await conflictOver(tx, cell, { seen, actor, yours: "cleared" });
}
