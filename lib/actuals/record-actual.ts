import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import type { PersonActor } from "#lib/access/actor";
import { conflictOver } from "#lib/actuals/conflict";
import type { RecordActual } from "#lib/actuals/inputs";
import { type LockedCell, lockCell } from "#lib/actuals/lock-cell";
import { getSavedActual, type SavedActual } from "#lib/actuals/queries";
import { requireRecorder } from "#lib/actuals/require-recorder";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { type ActualContent, readActual } from "#lib/rules/actual";

/**
 * A team lead gives a due indicator's figure for an open month, or a reason why there is none. Answers what stands
 * afterwards, or undefined when this request was already done. Throws what `writeActual` throws.
 */
export const recordActual = (
  actor: PersonActor,
  given: RecordActual,
  request?: FormRequest,
): Promise<SavedActual | undefined> =>
  perform(actor, "actual.record", (tx, present) => writeActual(tx, present, given), {
    request,
    about: { indicatorId: given.indicatorId, month: given.month },
  });

/**
 * Writes a figure over the version its writer saw (0: none), in an action of any size. Throws INVALID, CONFLICT with both
 * values, and what `lockCell` and `requireRecorder` throw.
 */
export async function writeActual(
  tx: Database,
  actor: PersonActor,
  { indicatorId, month, seen, typed }: RecordActual,
): Promise<SavedActual | undefined> {
  const cell = await lockCell(tx, actor, indicatorId, month);
  requireRecorder(actor, cell);
  const reading = readActual(typed, cell);
  if (!reading.ok) throw new Refusal("INVALID", reading.message, { fields: { [reading.field]: reading.message } });

  const isWritten = await write(tx, cell, seen, reading.content);
  if (!isWritten) {
    const { timeZone } = actor.organisation;
    throw await conflictOver(tx, cell, { seen, timeZone, yours: reading.content });
  }
  return (await getSavedActual(tx, indicatorId, month)) ?? undefined;
}

/** False when the row is no longer the version that was seen: two first writers meet on the unique index. */
async function write(tx: Database, { indicatorId, month, present }: LockedCell, seen: number, content: ActualContent) {
  if (!present) {
    if (seen !== 0) return false;
    const made = await tx
      .insert(actual)
      .values({ indicatorId, month, ...content })
      .onConflictDoNothing()
      .returning({ id: actual.id });
    return made.length === 1;
  }
  if (present.version !== seen) return false;
  await tx
    .update(actual)
    .set(content)
    .where(and(eq(actual.id, present.id), eq(actual.version, seen)));
  return true;
}
