import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import { conflictOver } from "#lib/actuals/conflict";
import { figureAround } from "#lib/actuals/figure-around";
import type { RecordActual } from "#lib/actuals/inputs";
import { type LockedCell, lockCell } from "#lib/actuals/lock-cell";
import type { SavedActual } from "#lib/actuals/queries";
import { reasonOf, requireReason } from "#lib/actuals/require-reason";
import { requireRecorder } from "#lib/actuals/require-recorder";
import { type ShownActual, showActual } from "#lib/actuals/shown-actual";
import { writeContent } from "#lib/actuals/write-content";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { type ActualContent, readActual, type TypedActual } from "#lib/rules/actual";

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
    { request, reason: whyOf(given.typed), about: { indicatorId: given.indicatorId, month: given.month } },
  );

/** What was offered and taken is what the trail says of the question. */
const whatWasMeant = ({ value, sure }: TypedActual) =>
  sure && sure === value.trim() ? `Asked what was meant, and answered ${sure}.` : undefined;

const whyOf = (typed: TypedActual) => [reasonOf(typed), whatWasMeant(typed)].filter(Boolean).join(". ") || undefined;

/**
 * Writes a figure over the version its writer saw (0: none), in an action of any size. Throws INVALID, also where a reason
 * is asked and none was given, CONFLICT with both values, and what `lockCell` and `requireRecorder` throw.
 */
export async function writeActual(
  tx: Database,
  actor: PersonActor,
  { indicatorId, month, seen, typed }: RecordActual,
): Promise<SavedActual> {
  const cell = await lockCell(tx, actor, indicatorId, month);
  requireRecorder(actor, cell);
  const content = await readTyped(tx, cell, typed);
  const isSeen = (cell.present?.version ?? 0) === seen;
  const asksWhy = isSeen ? requireReason(actor, cell, content, typed) : null;

  const saved = await writeContent(tx, actor, cell, seen, content);
  if (saved) return { ...saved, asksWhy };
  throw await conflictOver(tx, cell, { seen, actor, yours: content });
}

async function readTyped(tx: Database, cell: LockedCell, typed: TypedActual): Promise<ActualContent> {
  const plain = readActual(typed, cell);
  const value = plain.ok ? plain.content.value : null;
  const reading = value === null ? plain : readActual(typed, cell, await figureAround(tx, cell, value));
  if (reading.ok) return reading.content;
  const { field, message, offers } = reading;
  throw new Refusal("INVALID", message, { fields: { [field]: message }, details: offers ? { offers } : {} });
}
