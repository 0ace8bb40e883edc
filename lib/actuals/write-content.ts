import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
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
    ...(further.length > 0 ? await askChanged(tx, {}, byIds(further)) : []),
  ];
  return new Map(rows.map((row) => [placeKey(row), row]));
}

const given = ({ cell: { indicatorId, month, present }, content }: ContentWrite) => {
  return { ...content, id: present?.id, indicator_id: indicatorId, month: `${month}-01` };
};

// As one parameter, so that the statement is the same for one and for a thousand.
const rowsOf = (writes: readonly ContentWrite[]) => ({ rows: JSON.stringify(writes.map(given)) });

const askInserted = madeOnce((tx) =>
  tx
    .insert(actual)
    .select(
      sql`select gen_random_uuid(), given.indicator_id, given.month, given.value, given.numerator, given.denominator,
        given.missing, given.note, given.provisional, given.estimated, 1
        from jsonb_to_recordset(${sql.placeholder("rows")}::jsonb) as given(indicator_id uuid, month date, value numeric,
          numerator numeric, denominator numeric, missing text, note text, provisional boolean, estimated boolean)`,
    )
    .onConflictDoNothing()
    .returning(written),
);

// By its id what each is to say: with what is given as rows, all of the table would be joined.
const byIds = (writes: readonly ContentWrite[]) => ({
  ids: writes.map(({ cell }) => cell.present?.id),
  rows: JSON.stringify(Object.fromEntries(writes.map((write) => [write.cell.present?.id, given(write)]))),
});
const givenOf = (column: PgColumn) =>
  sql`(given.rows -> ${actual.id}::text ->> ${sql.raw(`'${column.name}'`)})::${sql.raw(column.getSQLType())}`;

const askChanged = madeOnce((tx) =>
  tx
    .update(actual)
    .set({
      value: givenOf(actual.value),
      numerator: givenOf(actual.numerator),
      denominator: givenOf(actual.denominator),
      missing: givenOf(actual.missing),
      note: givenOf(actual.note),
      provisional: givenOf(actual.provisional),
      estimated: givenOf(actual.estimated),
    })
    .from(sql`(select ${sql.placeholder("rows")}::jsonb as rows) as given`)
    .where(sql`${actual.id} = any(${sql.placeholder("ids")}::uuid[])`)
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
