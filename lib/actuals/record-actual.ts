import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import { conflictOver } from "#lib/actuals/conflict";
import type { RecordActual } from "#lib/actuals/inputs";
import { lockCell } from "#lib/actuals/lock-cell";
import type { SavedActual } from "#lib/actuals/queries";
import { requireRecorder } from "#lib/actuals/require-recorder";
import { type ShownActual, showActual } from "#lib/actuals/shown-actual";
import { writeContent } from "#lib/actuals/write-content";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { readActual } from "#lib/rules/actual";

/** What stands after a write, and what the return shows of it to whoever wrote. */
export type Recorded = SavedActual & { shown: ShownActual };

/**
 * A team lead gives a due indicator's figure for an open month, or a reason why there is none. Answers what stands
 * afterwards, or undefined when this request was already done. Throws what `writeActual` throws.
 */
export const recordActual = (asker: Asker, given: RecordActual, request?: FormRequest): Promise<Recorded | undefined> =>
  perform(
    asker,
    "actual.record",
    async (tx, actor) => {
      const saved = await writeActual(tx, actor, given);
      return { ...saved, shown: showActual(actor, saved) };
    },
    { request, about: { indicatorId: given.indicatorId, month: given.month } },
  );

/**
 * Writes a figure over the version its writer saw (0: none), in an action of any size. Throws INVALID, CONFLICT with both
 * values, and what `lockCell` and `requireRecorder` throw.
 */
export async function writeActual(
  tx: Database,
  actor: PersonActor,
  { indicatorId, month, seen, typed }: RecordActual,
): Promise<SavedActual> {
  const cell = await lockCell(tx, actor, indicatorId, month);
  requireRecorder(actor, cell);
  const reading = readActual(typed, cell);
  if (!reading.ok) throw new Refusal("INVALID", reading.message, { fields: { [reading.field]: reading.message } });

  const saved = await writeContent(tx, actor, cell, seen, reading.content);
  if (saved) return saved;
  throw await conflictOver(tx, cell, { seen, timeZone: actor.organisation.timeZone, yours: reading.content });
}
