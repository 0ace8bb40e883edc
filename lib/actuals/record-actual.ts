import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import { placeKey } from "#lib/actuals/cell-places";
import { conflictOver } from "#lib/actuals/conflict";
import { figureTried } from "#lib/actuals/figure-tried";
import type { RecordActual } from "#lib/actuals/inputs";
import { lockCells } from "#lib/actuals/lock-cell";
import type { SavedActual } from "#lib/actuals/queries";
import { readTyped } from "#lib/actuals/read-typed";
import { reasonOf, requireReason } from "#lib/actuals/require-reason";
import { requireRecorder } from "#lib/actuals/require-recorder";
import { type ShownActual, showActual } from "#lib/actuals/shown-actual";
import { type ContentWrite, writeContent, writeContents } from "#lib/actuals/write-content";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { ActualReading, TypedActual } from "#lib/rules/actual";
import { isReturning } from "#lib/rules/change-reason";
import { monthName } from "#lib/rules/month";

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
    {
      request,
      reason: whyOf(given.typed),
      about: { indicatorId: given.indicatorId, month: given.month },
      tried: figureTried(given.typed),
    },
  );

/** What was offered and taken is what the trail says of the question. */
const whatWasMeant = ({ value, sure, because }: TypedActual) =>
  sure && sure === value.trim() && !isReturning({ because })
    ? `Asked what was meant, and answered ${sure}.`
    : undefined;

const whyOf = (typed: TypedActual) => [reasonOf(typed), whatWasMeant(typed)].filter(Boolean).join(". ") || undefined;

/**
 * Writes a figure over the version its writer saw (0: none), in an action of any size. Throws INVALID, also where a reason
 * is asked and none was given, CONFLICT with both values, and what `lockCell` and `requireRecorder` throw.
 */
export async function writeActual(tx: Database, actor: PersonActor, given: RecordActual): Promise<SavedActual> {
  const [written] = await readActuals(tx, actor, [given]);
  const { cell, seen, content, asksWhy } = written!;
  const saved = await writeContent(tx, actor, cell, seen, content);
  if (saved) return { ...saved, asksWhy };
  throw await conflictOver(tx, cell, { seen, actor, yours: content });
}

/** The same of any number of figures, in as many statements as for a few; all of them, or what one throws. */
export async function writeActuals(tx: Database, actor: PersonActor, given: readonly RecordActual[]): Promise<void> {
  const writes = await readActuals(tx, actor, given);
  const written = await writeContents(tx, writes);
  const [first, ...others] = writes.filter(({ cell }) => !written.has(placeKey(cell)));
  if (first) throw await conflictOverSome(tx, actor, first, others);
}

/** With what is said before the figure changes the next time. */
type ActualWrite = ContentWrite & { asksWhy: string | null };

/** Locks the cells, and reads what was typed into them. */
async function readActuals(tx: Database, actor: PersonActor, given: readonly RecordActual[]): Promise<ActualWrite[]> {
  const cells = await lockCells(tx, actor, given);
  for (const cell of cells) requireRecorder(actor, cell);
  const readings = await readTyped(
    tx,
    given.map(({ typed }, index) => ({ cell: cells[index]!, typed })),
  );
  return readings.map((reading, index) => {
    if (!reading.ok) throw invalidFigure(reading);
    const [cell, { seen, typed }, { content }] = [cells[index]!, given[index]!, reading];
    const isSeen = (cell.present?.version ?? 0) === seen;
    return { cell, seen, content, asksWhy: isSeen ? requireReason(actor, cell, content, typed) : null };
  });
}

function invalidFigure({ field, message, offers }: Extract<ActualReading, { ok: false }>): Refusal {
  return new Refusal("INVALID", message, { fields: { [field]: message }, details: offers ? { offers } : {} });
}

async function conflictOverSome(
  tx: Database,
  actor: PersonActor,
  { cell, seen, content }: ContentWrite,
  others: readonly ContentWrite[],
): Promise<Refusal> {
  const first = await conflictOver(tx, cell, { seen, actor, yours: content });
  const also = others.map((other) => `${other.cell.ref} for ${monthName(other.cell.month)}`);
  const message = also.length === 0 ? first.message : `${first.message} Changed as well: ${also.join(", ")}.`;
  return new Refusal(first.code, message, { details: first.details });
}
