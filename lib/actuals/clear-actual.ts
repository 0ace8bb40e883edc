import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import type { PersonActor } from "#lib/access/actor";
import { conflictOver } from "#lib/actuals/conflict";
import type { ClearActual } from "#lib/actuals/inputs";
import { lockCell } from "#lib/actuals/lock-cell";
import { getSavedActual, type SavedActual } from "#lib/actuals/queries";
import { requireRecorder } from "#lib/actuals/require-recorder";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { monthName } from "#lib/rules/month";

/** A team lead takes back what they recorded for an open month. Throws what `writeClearing` throws. */
export const clearActual = (
  actor: PersonActor,
  given: ClearActual,
  request?: FormRequest,
): Promise<SavedActual | undefined> =>
  perform(actor, "actual.clear", (tx, present) => writeClearing(tx, present, given), {
    request,
    about: { indicatorId: given.indicatorId, month: given.month },
  });

/**
 * Clears a figure, so that nobody has said anything again: the row and its history stay. Throws WRONG_STATE when there is
 * nothing to clear, CONFLICT, and what `lockCell` and `requireRecorder` throw.
 */
export async function writeClearing(
  tx: Database,
  actor: PersonActor,
  { indicatorId, month, seen }: ClearActual,
): Promise<SavedActual | undefined> {
  const cell = await lockCell(tx, actor, indicatorId, month);
  requireRecorder(actor, cell);
  if (!cell.present || (cell.present.value === null && cell.present.missing === null)) {
    throw new Refusal("WRONG_STATE", `${cell.ref} for ${monthName(month)} has no figure to clear.`);
  }
  if (cell.present.version !== seen) {
    throw await conflictOver(tx, cell, { seen, timeZone: actor.organisation.timeZone, yours: "cleared" });
  }
  await tx
    .update(actual)
    .set({
      value: null,
      numerator: null,
      denominator: null,
      missing: null,
      note: null,
      provisional: false,
      estimated: false,
    })
    .where(eq(actual.id, cell.present.id));
  return (await getSavedActual(tx, indicatorId, month)) ?? undefined;
}
