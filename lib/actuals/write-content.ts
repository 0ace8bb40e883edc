import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { entry } from "#db/schema/audit";
import type { PersonActor } from "#lib/access/actor";
import { figureColumns } from "#lib/actuals/content-columns";
import type { LockedCell } from "#lib/actuals/lock-cell";
import { getSavedActual, type SavedActual } from "#lib/actuals/queries";
import type { ActualContent } from "#lib/rules/actual";

const written = {
  id: actual.id,
  version: actual.version,
  ...figureColumns,
  savedAt: sql`clock_timestamp()`.mapWith(entry.at),
};

/**
 * Writes what a locked cell's actual says over the version that was seen (0: none). Answers what stands afterwards, or
 * null when that is no longer the version: two first writers meet on the unique index.
 */
export async function writeContent(
  tx: Database,
  actor: PersonActor,
  { indicatorId, month, present }: LockedCell,
  seen: number,
  content: ActualContent,
): Promise<SavedActual | null> {
  if ((present?.version ?? 0) !== seen) return null;
  const [row] = present
    ? await tx.update(actual).set(content).where(eq(actual.id, present.id)).returning(written)
    : await tx
        .insert(actual)
        .values({ indicatorId, month, ...content })
        .onConflictDoNothing()
        .returning(written);
  if (!row) return null;
  // The same again was written by whoever wrote it first.
  if (row.version === seen) return getSavedActual(tx, indicatorId, month);
  const { id, version, savedAt, ...figure } = row;
  const { id: savedById, name: savedBy } = actor.person;
  return { id, indicatorId, version, content: { ...figure, note: content.note }, savedAt, savedBy, savedById };
}
