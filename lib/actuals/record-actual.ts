import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import type { Actor } from "#lib/access/actor";
import type { Request } from "#lib/actions/define-action";
import { conflictOver } from "#lib/actuals/conflict";
import type { RecordActual } from "#lib/actuals/inputs";
import { type Cell, lockCell } from "#lib/actuals/lock-cell";
import { getSavedActual, type SavedActual } from "#lib/actuals/queries";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { type ActualContent, readActual } from "#lib/rules/actual";

/**
 * A team lead gives a due indicator's figure for an open month, or a reason why there is none, over the version they saw
 * (0: none). Answers what stands afterwards, or undefined when this request was already done. Throws INVALID, CONFLICT
 * with both values, and what `lockCell` throws.
 */
export const recordActual = (
  actor: Actor,
  { indicatorId, month, seen, typed }: RecordActual,
  request?: Request,
): Promise<SavedActual | undefined> =>
  perform(
    actor,
    "actual.record",
    async (tx, present) => {
      const cell = await lockCell(tx, present, indicatorId, month);
      const reading = readActual(typed, cell);
      if (!reading.ok) throw new Refusal("INVALID", reading.message, { fields: { [reading.field]: reading.message } });

      const isWritten = await write(tx, cell, seen, reading.content);
      if (!isWritten) {
        const { timeZone } = present.organisation;
        throw await conflictOver(tx, cell, { seen, timeZone, yours: reading.content });
      }
      return (await getSavedActual(tx, indicatorId, month)) ?? undefined;
    },
    { request, about: { indicatorId, month } },
  );

/** False when the row is no longer the version that was seen: two first writers meet on the unique index. */
async function write(tx: Database, { indicatorId, month, present }: Cell, seen: number, content: ActualContent) {
  if (!present) {
    if (seen !== 0) return false;
    const made = await tx
      .insert(actual)
      .values({ indicatorId, month, ...content })
      .onConflictDoNothing()
      .returning();
    return made.length === 1;
  }
  if (present.version !== seen) return false;
  await tx
    .update(actual)
    .set(content)
    .where(and(eq(actual.id, present.id), eq(actual.version, seen)));
  return true;
}
