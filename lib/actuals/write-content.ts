import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { madeOnce } from "#db/made-once";
import { actual } from "#db/schema/actuals";
import { entry } from "#db/schema/audit";
import type { PersonActor } from "#lib/access/actor";
import { type CellPlace, placeKey } from "#lib/actuals/cell-places";
import { figureColumns } from "#lib/actuals/content-columns";
import type { LockedCell } from "#lib/actuals/lock-cell";
import { getSavedActual, type SavedActual } from "#lib/actuals/queries";
import type { ActualContent } from "#lib/rules/actual";

/** What a locked cell is to say, over the version that was seen (0: none). */
export type ContentWrite = { cell: LockedCell; seen: number; content: ActualContent };

const written = {
  id: actual.id,
  indicatorId: actual.indicatorId,
  month: actual.month,
  version: actual.version,
  ...figureColumns,
  savedAt: sql`clock_timestamp()`.mapWith(entry.at),
};
type Written = CellPlace & { id: string; version: number; savedAt: Date } & Omit<ActualContent, "note">;

/**
 * Writes what some locked cells' actuals say, in two statements however many they are: of those never written, and of the
 * others. Answers the rows by their cells' places; left out is what was no longer at the version that was seen: two first
 * writers meet on the unique index.
 */
export async function writeContents(tx: Database, writes: readonly ContentWrite[]): Promise<Map<string, Written>> {
  const current = writes.filter(({ cell, seen }) => (cell.present?.version ?? 0) === seen);
  const first = current.filter(({ cell }) => cell.present === null);
  const further = current.filter(({ cell }) => cell.present !== null);
  const rows = [
    ...(first.length > 0 ? await askInserted(tx, {}, rowsOf(first)) : []),
    ...(further.length > 0 ? await askChanged(tx, {}, rowsOf(further)) : []),
  ];
  return new Map(rows.map((row) => [placeKey(row), row]));
}

// As one parameter, so that the statement is the same for one and for a thousand.
const rowsOf = (writes: readonly ContentWrite[]) => ({
  rows: JSON.stringify(
    writes.map(({ cell: { indicatorId, month, present }, content }) => {
      return { ...content, id: present?.id, indicator_id: indicatorId, month: `${month}-01` };
    }),
  ),
});
const given = sql`jsonb_to_recordset(${sql.placeholder("rows")}::jsonb) as given(id uuid, indicator_id uuid, month date, value numeric,
  numerator numeric, denominator numeric, missing text, note text, provisional boolean, estimated boolean)`;

const askInserted = madeOnce((tx) =>
  tx
    .insert(actual)
    .select(
      sql`select gen_random_uuid(), given.indicator_id, given.month, given.value, given.numerator, given.denominator,
        given.missing, given.note, given.provisional, given.estimated, 1 from ${given}`,
    )
    .onConflictDoNothing()
    .returning(written),
);

const askChanged = madeOnce((tx) =>
  tx
    .update(actual)
    .set({
      value: sql`given.value`,
      numerator: sql`given.numerator`,
      denominator: sql`given.denominator`,
      missing: sql`given.missing`,
      note: sql`given.note`,
      provisional: sql`given.provisional`,
      estimated: sql`given.estimated`,
    })
    .from(given)
    .where(eq(actual.id, sql`given.id`))
    .returning(written),
);

/** The same of one cell. Answers what stands afterwards, or null when the version is no longer the one that was seen. */
export async function writeContent(
  tx: Database,
  actor: PersonActor,
  cell: LockedCell,
  seen: number,
  content: ActualContent,
): Promise<SavedActual | null> {
  const row = (await writeContents(tx, [{ cell, seen, content }])).get(placeKey(cell));
  if (!row) return null;
  // The same again was written by whoever wrote it first.
  if (row.version === seen) return getSavedActual(tx, cell.indicatorId, cell.month);
  const { id, version, savedAt, indicatorId, month: _, ...figure } = row;
  const { id: savedById, name: savedBy } = actor.person;
  return {
    id,
    indicatorId,
    version,
    content: { ...figure, note: content.note, redacted: content.redacted ?? null },
    savedAt,
    savedBy,
    savedById,
  };
}
