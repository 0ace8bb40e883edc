import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import { conflictOver } from "#lib/actuals/conflict";
import type { ClearActual } from "#lib/actuals/inputs";
import { lockCell } from "#lib/actuals/lock-cell";
import type { SavedActual } from "#lib/actuals/queries";
import type { Recorded } from "#lib/actuals/record-actual";
import { requireRecorder } from "#lib/actuals/require-recorder";
import { showActual } from "#lib/actuals/shown-actual";
import { writeContent } from "#lib/actuals/write-content";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { ActualContent } from "#lib/rules/actual";
import { monthName } from "#lib/rules/month";

const nothing: ActualContent = {
  value: null,
  numerator: null,
  denominator: null,
  missing: null,
  note: null,
  provisional: false,
  estimated: false,
};

/** A team lead takes back what they recorded for an open month. Throws what `writeClearing` throws. */
export const clearActual = (asker: Asker, given: ClearActual, request?: FormRequest): Promise<Recorded | undefined> =>
  perform(
    asker,
    "actual.clear",
    async (tx, actor) => {
      const saved = await writeClearing(tx, actor, given);
      return { ...saved, shown: showActual(actor, saved) };
    },
    { request, about: { indicatorId: given.indicatorId, month: given.month } },
  );

/**
 * Clears a figure, so that nobody has said anything again: the row and its history stay. Throws WRONG_STATE when there is
 * nothing to clear, CONFLICT, and what `lockCell` and `requireRecorder` throw.
 */
export async function writeClearing(
  tx: Database,
  actor: PersonActor,
  { indicatorId, month, seen }: ClearActual,
): Promise<SavedActual> {
  const cell = await lockCell(tx, actor, indicatorId, month);
  requireRecorder(actor, cell);
  if (!cell.present || (cell.present.value === null && cell.present.missing === null)) {
    throw new Refusal("WRONG_STATE", `${cell.ref} for ${monthName(month)} has no figure to clear.`);
  }
  const saved = await writeContent(tx, actor, cell, seen, nothing);
  if (saved) return saved;
  throw await conflictOver(tx, cell, { seen, actor, yours: "cleared" });
}
